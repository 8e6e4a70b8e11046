import { signal, useSignal } from '@preact/signals';
import type { CommandError, Result } from '../../preload/contract.ts';

/** The acts of this window that are under way, by family. */
const underWay = signal<ReadonlyMap<string, string>>(new Map());

/**
 * Acts of one family go one at a time, so no click counts twice. An act is named `family:act`; a name without a family
 * is of those that put something on the record. What may wait for a host has a family of its own: it never holds those.
 */
const familyOf = (act: string): string => (act.includes(':') ? act.slice(0, act.indexOf(':')) : '');

/** The act under way in whose family this one is, or undefined. `peek`: without following it. */
export const underWayWith = (act: string, peek = false): string | undefined =>
  (peek ? underWay.peek() : underWay.value).get(familyOf(act));

function begin(act: string): void {
  underWay.value = new Map(underWay.peek()).set(familyOf(act), act);
}

function end(act: string): void {
  const rest = new Map(underWay.peek());
  rest.delete(familyOf(act));
  underWay.value = rest;
}

export interface Acting {
  /** What went wrong the last time, until something else is tried. */
  readonly error: CommandError | null;
  readonly clear: () => void;
  /**
   * Sends one command; does nothing while another of its family is under way.
   * @param name tells which button is busy
   */
  readonly run: (name: string, command: () => Promise<Result>, done?: () => void) => Promise<void>;
}

/** Acts of one form or one alert, with the error they met. */
export function useAct(): Acting {
  const error = useSignal<CommandError | null>(null);
  const run: Acting['run'] = async (name, command, done) => {
    if (underWayWith(name, true)) return;
    begin(name);
    error.value = null;
    try {
      const result = await command();
      if (result.ok) done?.();
      else error.value = result.error;
    } catch {
      // Main answers everything it can read; what it cannot read it refuses by throwing.
      error.value = { code: 'bad-request' };
    } finally {
      end(name);
    }
  };
  return { error: error.value, clear: () => (error.value = null), run };
}
