import { useEffect, useRef } from 'preact/hooks';

/** The functions that close the open forms, the innermost last. */
const closers: (() => void)[] = [];

/** Esc closes the form that this component is, as long as none was opened after it. */
export function useEscape(close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const closer = () => latest.current();
    closers.push(closer);
    return () => {
      closers.splice(closers.indexOf(closer), 1);
    };
  }, []);
}

/** Closes the innermost form; false where none is open. */
export function closeInnermost(): boolean {
  const close = closers.at(-1);
  close?.();
  return close !== undefined;
}
