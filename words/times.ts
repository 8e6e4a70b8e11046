import { DAY, HOUR, MINUTE } from '../main/visit/time.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow and one is needed every second: each is made once. */
export function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** A time of day. */
export const TIME = { hour: 'numeric', minute: '2-digit' } as const;

const hourIn = (parts: readonly Intl.DateTimeFormatPart[]): string | undefined =>
  parts.find(({ type }) => type === 'hour')?.value;

/** A day and a time. The hour is written as `timeText` writes it: some locales have `9` alone and `09` beside a day. */
export function dayAndTime(ms: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const hour = hourIn(format(locale, TIME).formatToParts(ms));
  return format(locale, options)
    .formatToParts(ms)
    .map(({ type, value }) => (type === 'hour' ? (hour ?? value) : value))
    .join('');
}

/** `9:14` or `9:14 AM`: an instant (ms) in local time, as the locale writes it. */
export const timeText = (ms: number, locale: string): string => format(locale, TIME).format(ms);

/** Local midnight before the instant (ms). */
export function startOfDay(ms: number): number {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** `9:14 AM CST`: an instant (ms) in another zone (IANA name). */
export const timeInZone = (ms: number, timeZone: string, locale: string): string =>
  format(locale, { ...TIME, timeZone, timeZoneName: 'short' }).format(ms);

/** The time alone on the day of `now`; with the weekday in the week before or after it; else with the date. */
export function whenText(ms: number, now: number, locale: string): string {
  if (startOfDay(ms) === startOfDay(now)) return timeText(ms, locale);
  if (Math.abs(startOfDay(ms) - startOfDay(now)) < 6.5 * DAY)
    return dayAndTime(ms, locale, { weekday: 'short', ...TIME });
  return dayAndTime(ms, locale, { month: 'short', day: 'numeric', ...TIME });
}

/** `8` or `8 AM`: the hour alone, without the words that some languages put after it. */
export function hourText(ms: number, locale: string): string {
  const parts = format(locale, { hour: 'numeric' }).formatToParts(ms);
  const pick = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value;
  const hour = Number(pick('hour') ?? '');
  return [String(hour), pick('dayPeriod')].filter(Boolean).join(' ');
}

/** Whole minutes between two instants; the part of a minute does not count. */
export const wholeMinutes = (ms: number): number => Math.max(0, Math.floor(ms / MINUTE));

/** `YYYY-MM-DDTHH:mm` in local time, as a `datetime-local` field takes it. */
export function fieldTime(ms: number): string {
  const date = new Date(ms);
  const pad = (n: number, width = 2) => String(n).padStart(width, '0');
  const day = `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** Local times are at most this far from where their zone's rule would have them, ms; zones change in quarters of an hour. */
const WIDEST_CHANGE = 3 * HOUR;
const ZONE_STEP = 15 * MINUTE;

/**
 * The instants (ms) that a local time `YYYY-MM-DDTHH:mm` may mean in this computer's zone, earliest first: none in the
 * gap of spring, two in the hour that autumn has twice.
 */
export function localInstants(text: string): readonly number[] {
  const guess = new Date(text).getTime();
  if (Number.isNaN(guess)) return [];
  const steps = (2 * WIDEST_CHANGE) / ZONE_STEP + 1;
  return Array.from({ length: steps }, (_, index) => guess - WIDEST_CHANGE + index * ZONE_STEP).filter(
    (ms) => fieldTime(ms) === text,
  );
}
