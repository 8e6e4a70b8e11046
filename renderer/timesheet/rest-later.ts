import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** So many rows are drawn together with a week: as many as the window shows, or a few more. */
export const AT_ONCE = 20;

/** Whether what lies below is drawn too: only once what this name stands for is on the screen. */
export function useRestLater(name: number): boolean {
  const painted = useSignal<number | null>(null);
  // Effects run when the frame is on the screen.
  useEffect(() => {
    painted.value = name;
  }, [name]);
  return painted.value === name;
}
