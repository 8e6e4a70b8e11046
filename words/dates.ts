import { baseOf } from './language.ts';
import { dayAndTime, format, TIME } from './times.ts';

/** The locale of what is written to the client, in English: the one in force where that is English. */
export const englishLocale = (locale: string): string => (baseOf(locale) === 'en' ? locale : 'en-US');

/** Does the locale write twelve hours, twice a day? */
export const hasHalves = (locale: string): boolean =>
  format(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;

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
