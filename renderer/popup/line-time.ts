import type { LineTime } from '../../main/visit/one-line.ts';
import { DAY, HOUR, MINUTE } from '../../main/visit/time.ts';
import { fieldTime, localInstants, startOfDay } from '../../words/times.ts';
import { type LocalTime, localTime, NO_LOCAL_TIME } from '../ui/time-draft.ts';

/** A time of day that was before midnight counts as the day before when it is no longer ago than this (ms). */
const LAST_NIGHT = 12 * HOUR;

/** The time that is meant, and whether it can mean no other. */
export interface MeantTime {
  readonly time: LocalTime;
  readonly sure: boolean;
}

type Clock = Extract<LineTime, { kind: 'clock' }>;

/** The hours of a day (0–23) that may be meant. */
function hoursOf({ hour, half }: Clock, twelve: boolean): readonly number[] {
  const [morning, evening] = [hour % 12, (hour % 12) + 12];
  if (half !== null) return [half === 'am' ? morning : evening];
  return twelve && hour >= 1 && hour <= 12 ? [morning, evening] : [hour];
}

/** Its field texts on the day that begins there (ms), earliest first. */
const onDay = (midnight: number, said: Clock, twelve: boolean): readonly string[] =>
  // From noon on: a day's midnight may be moved by an hour.
  hoursOf(said, twelve).map((hour) => {
    const day = fieldTime(midnight).slice(0, 10);
    const pad = (n: number) => String(n).padStart(2, '0');
    return `${day}T${pad(hour)}:${pad(said.minute)}`;
  });

const isPast = (now: number) => (text: string) => {
  const [first = Number.NaN] = localInstants(text);
  // A time that does not exist has no instant, and is asked about in its field.
  return Number.isNaN(first) ? Date.parse(text) <= now : first <= now;
};

/**
 * The instant that a typed time means at `now` (ms). A time of day is one of today, or of yesterday where that was said;
 * never one to come. It is sure when it is one instant: not where both halves of the day are past, where only last
 * night or a time to come is left, or where the clocks change.
 * @param twelve the technician's clock has twelve hours
 */
export function meantTime(said: LineTime, now: number, twelve: boolean): MeantTime {
  if (said.kind === 'ago') return { time: localTime(now - said.minutes * MINUTE), sure: true };
  const today = startOfDay(now);
  const before = startOfDay(today - DAY / 2);
  const texts = onDay(said.yesterday ? before : today, said, twelve);
  const past = texts.filter(isPast(now));
  const lastNight = onDay(before, said, twelve).at(-1) ?? '';
  const isLastNight = past.length === 0 && now - Date.parse(lastNight) <= LAST_NIGHT;
  const value = past.at(-1) ?? (isLastNight ? lastNight : (texts[0] ?? ''));
  return {
    time: { ...NO_LOCAL_TIME, value },
    sure: past.length === 1 && localInstants(value).length === 1,
  };
}
