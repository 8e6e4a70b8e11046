import { DAY, HOUR, MINUTE } from '../main/visit/time.ts';
import { baseOf } from './language.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow and one is needed every second: each is made once. */
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

/** The locale of what is written to the client, in English: the one in force where that is English. */
export const englishLocale = (locale: string): string => (baseOf(locale) === 'en' ? locale : 'en-US');

const TIME = { hour: 'numeric', minute: '2-digit' } as const;

const hourIn = (parts: readonly Intl.DateTimeFormatPart[]): string | undefined =>
  parts.find(({ type }) => type === 'hour')?.value;

/** A day and a time. The hour is written as `timeText` writes it: some locales have `9` alone and `09` beside a day. */
function dayAndTime(ms: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const hour = hourIn(format(locale, TIME).formatToParts(ms));
  return format(locale, options)
    .formatToParts(ms)
    .map(({ type, value }) => (type === 'hour' ? (hour ?? value) : value))
    .join('');
}

/** `9:14` or `9:14 AM`: an instant (ms) in local time, as the locale writes it. */
export const timeText = (ms: number, locale: string): string => format(locale, TIME).format(ms);

/** Does the locale write twelve hours, twice a day? */
export const hasHalves = (locale: string): boolean =>
  format(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;

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

/** `Tue, Nov 24`: the day of an instant (ms). */
export const dateText = (ms: number, locale: string): string =>
  format(locale, { weekday: 'short', month: 'short', day: 'numeric' }).format(ms);

/** `Tue 9:14`: for a row of a week. */
export const weekdayTimeText = (ms: number, locale: string): string =>
  dayAndTime(ms, locale, { weekday: 'short', ...TIME });

/** `16–22 November`, with the year where it is not that of `now`: the days of a week (ms, from one midnight to another). */
export function weekText(from: number, to: number, now: number, locale: string): string {
  const last = to - 1;
  const isThisYear = [from, last].every((ms) => new Date(ms).getFullYear() === new Date(now).getFullYear());
  const days = { day: 'numeric', month: 'long' } as const;
  return format(locale, isThisYear ? days : { ...days, year: 'numeric' }).formatRange(from, last);
}

/** `24 Nov 2026, 9:14`: to be read another day. */
export const dateTimeText = (ms: number, locale: string): string =>
  dayAndTime(ms, locale, { dateStyle: 'medium', timeStyle: 'short' });

/** `24 Nov 2026, 9:14:07`: for a proof. */
export const exactDateTimeText = (ms: number, locale: string): string =>
  dayAndTime(ms, locale, { dateStyle: 'medium', timeStyle: 'medium' });

/** `9:14:07`: the time alone, for a proof. */
export const exactTimeText = (ms: number, locale: string): string =>
  format(locale, { ...TIME, second: '2-digit' }).format(ms);

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
