import type { Stamp } from './types.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** ServiceChannel refuses times more than 168 h back as out of date (API.md). */
export const OLDEST = 7 * DAY;

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/**
 * The instant as ServiceChannel takes it: local time with its UTC offset, `2018-10-30T11:00:00-04:00`.
 * @see seed, CheckInTime
 */
export function toIso(stamp: Stamp): string {
  const local = new Date(stamp.ms + stamp.offset * MINUTE);
  const sign = stamp.offset < 0 ? '-' : '+';
  const away = Math.abs(stamp.offset);
  return `${local.toISOString().slice(0, 19)}${sign}${pad(Math.floor(away / 60))}:${pad(away % 60)}`;
}

/** The instant in UTC, `2018-10-30T15:00:00Z`. */
export const toUtc = (stamp: Stamp): string => toIso({ ms: stamp.ms, offset: 0 }).replace('+00:00', 'Z');

/** The day in UTC, as ServiceChannel takes it: `2026-11-23`. */
export const utcDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The instant rounded down to its second, ms. */
export const startOfSecond = (ms: number): number => Math.floor(ms / SECOND) * SECOND;

/** Whole seconds: a fraction adds nothing to the record, and a refusal is one thing less to fear. */
export function toStamp(ms: number, offsetAt: (ms: number) => number): Stamp {
  const whole = startOfSecond(ms);
  return { ms: whole, offset: offsetAt(whole) };
}

/** The instant rounded down to its minute, ms. */
export const startOfMinute = (ms: number): number => Math.floor(ms / MINUTE) * MINUTE;

/** `1:42:07`; hours are not padded, negative is nothing. */
export function clockText(ms: number): string {
  const s = Math.max(0, Math.floor(ms / SECOND));
  return `${Math.floor(s / 3600)}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}`;
}

/** `0:31` from milliseconds, cut to whole minutes. */
export const hoursMinutes = (ms: number): string => clockText(ms).slice(0, -3);
