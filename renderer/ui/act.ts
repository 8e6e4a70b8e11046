import { signal, untracked, useSignal } from '@preact/signals';
import type { CommandError, Result } from '../../preload/contract.ts';
import { actsWait, waitAfterAct } from './second-press.ts';
import { snapshotAfter, snapshotsSoFar } from './snapshot.ts';

/** The acts of this window that are under way, by family. */
const underWay = signal<ReadonlyMap<string, string>>(new Map());

/**
 * Acts of one family go one at a time, so no click counts twice. An act is named `family:act`; a name without a family
 * is of those that put something on the record. What may wait for a host has a family of its own: it never holds those.
 */
const familyOf = (act: string): string => (act.includes(':') ? act.slice(0, act.indexOf(':')) : '');

const underWayWith = (act: string): string | undefined => underWay.value.get(familyOf(act));

/** Is it this act that is under way? */
export const isUnderWay = (act: string): boolean => underWayWith(act) === act;

function begin(act: string): void {
  underWay.value = new Map(underWay.peek()).set(familyOf(act), act);
}

function end(act: string): void {
  const rest = new Map(underWay.peek());
  rest.delete(familyOf(act));
  underWay.value = rest;
}

/** Acts without a family that leave the record as it is. */
const HARMLESS: ReadonlySet<string> = new Set(['copy', 'keep', 'dont-ask']);

/** Is there for what a second press has just done. */
const UNDO = 'undo';

const isOnRecord = (act: string): boolean => familyOf(act) === '' && !HARMLESS.has(act);

/** Must this act wait, for another of its family or since a press just now may not have been meant for it? */
export const mustWait = (act: string): boolean =>
  underWayWith(act) !== undefined || (isOnRecord(act) && act !== UNDO && actsWait.value !== null);

/** Does this act rest after another, so long that it is worth showing? */
export const rests = (act: string): boolean => isOnRecord(act) && act !== UNDO && actsWait.value === 'act';

export interface Acting {
  /** The error of the last try, until something else is tried. */
  readonly error: CommandError | null;
  readonly clear: () => void;
  /**
   * Sends one command; does nothing while it must wait.
   * @param name tells which button is busy
   */
  readonly run: (name: string, command: () => Promise<Result>, done?: () => void) => Promise<void>;
}

/** Acts of one form or one alert, with the error they met. */
export function useAct(): Acting {
  const error = useSignal<CommandError | null>(null);
  const run: Acting['run'] = async (name, command, done) => {
    if (untracked(() => mustWait(name))) return;
    begin(name);
    error.value = null;
    try {
      const before = snapshotsSoFar();
      const result = await command();
      // The form is emptied and left in the same picture that shows what came of it.
      if (result.ok) await snapshotAfter(before);
      if (result.ok && isOnRecord(name)) waitAfterAct();
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
