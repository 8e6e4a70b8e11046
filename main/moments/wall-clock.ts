import { DAY, HOUR, MINUTE } from '../visit/time.ts';

/** Minutes east of UTC at an instant. */
type OffsetAt = (ms: number) => number;

const shifted = (ms: number, offsetAt: OffsetAt) => new Date(ms + offsetAt(ms) * MINUTE);

/** The local date of an instant, `2026-11-24`. */
export const dateOf = (ms: number, offsetAt: OffsetAt): string =>
  shifted(ms, offsetAt).toISOString().slice(0, 10);

/** 1 = Monday … 7 = Sunday, of a local date. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay() || 7;

/** The date so many days later (or before). */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10);

/**
 * The instant at which the wall clock shows `time` (`17:30`) on a local date, ms. A time that a spring night leaves
 * out is the instant at which the clock jumps over it; one that an autumn night shows twice is the first.
 */
export function instantAt(date: string, time: string, offsetAt: OffsetAt): number {
  const asUtc = Date.parse(`${date}T${time}Z`);
  // Zones lie within a day of UTC, so the offset before and the one after any change nearby are both seen.
  const offsets = [offsetAt(asUtc - 14 * HOUR), offsetAt(asUtc + 14 * HOUR)];
  const candidates = offsets.map((offset) => asUtc - offset * MINUTE);
  const shown = candidates.filter((ms) => ms + offsetAt(ms) * MINUTE === asUtc);
  return Math.min(...(shown.length > 0 ? shown : candidates.slice(0, 1)));
}
