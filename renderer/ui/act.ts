import { signal, useSignal } from '@preact/signals';
import type { CommandError, Result } from '../../preload/contract.ts';

/** Which act of this window is under way; one at a time, so no click counts twice. */
export const underWay = signal<string | null>(null);

export interface Acting {
  /** What went wrong the last time, until something else is tried. */
  readonly error: CommandError | null;
  readonly clear: () => void;
  /**
   * Sends one command; does nothing while another is under way.
   * @param name tells which button is busy
   */
  readonly run: (name: string, command: () => Promise<Result>, done?: () => void) => Promise<void>;
}

/** Acts of one form or one alert, with the error they met. */
export function useAct(): Acting {
  const error = useSignal<CommandError | null>(null);
  const run: Acting['run'] = async (name, command, done) => {
    if (underWay.peek()) return;
    underWay.value = name;
    error.value = null;
    try {
      const result = await command();
      if (result.ok) done?.();
      else error.value = result.error;
    } catch {
      // Main answers everything it can read; what it cannot read it refuses by throwing.
      error.value = { code: 'bad-request' };
    } finally {
      underWay.value = null;
    }
  };
  return { error: error.value, clear: () => (error.value = null), run };
}
