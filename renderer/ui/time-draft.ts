import type { CommandError, Result } from '../../preload/contract.ts';
import { fieldTime, localInstants, whenText } from '../../words/times.ts';
import { now } from './clock.ts';
import { locale } from './snapshot.ts';

/** A local time that is being chosen in a `datetime-local` field. */
export interface LocalTime {
  /** As the field gives it, `YYYY-MM-DDTHH:mm`; empty where none was chosen. */
  readonly value: string;
  /** A part of date and time is there and the rest is not: the field's value is empty, and that must not mean now. */
  readonly unfinished: boolean;
  /** Which of the two instants is meant where a local time exists twice: 0 or 1; null while that was not chosen. */
  readonly which: number | null;
}

/** An earlier time that is being chosen. */
export interface TimeDraft extends LocalTime {
  readonly open: boolean;
}

export const NO_LOCAL_TIME: LocalTime = { value: '', unfinished: false, which: null };
export const NO_TIME: TimeDraft = { ...NO_LOCAL_TIME, open: false };

/** The local time of an instant (ms): of two that the field writes alike, this one. */
export function localTime(ms: number): LocalTime {
  const value = fieldTime(ms);
  const minute = ms - (ms % 60_000);
  return { value, unfinished: false, which: Math.max(0, localInstants(value).indexOf(minute)) };
}

/** The instant (ms) that is meant, null for none, or why it cannot be told. */
export function typedInstant({ value, unfinished, which }: LocalTime): number | null | CommandError {
  if (unfinished) return { code: 'time', fault: 'not-a-time' };
  if (value === '') return null;
  const instants = localInstants(value);
  const [first] = instants;
  if (first === undefined) return { code: 'time', fault: 'skipped' };
  const chosen = instants.length === 1 ? first : which === null ? undefined : instants[which];
  return chosen ?? { code: 'time', fault: 'twice' };
}

/** Sends a command with the instant that was chosen, null for now; a time that is none is said without sending. */
export async function withTime(
  time: LocalTime,
  send: (at: number | null) => Promise<Result>,
): Promise<Result> {
  const at = typedInstant(time);
  return typeof at === 'object' && at !== null ? { ok: false, error: at } : send(at);
}

/** `19:17`, as a button says it beside its name; empty while the time is the click's. */
export function chosenText(time: LocalTime): string {
  const at = typedInstant(time);
  return typeof at === 'number' ? whenText(at, now.peek(), locale.value) : '';
}
