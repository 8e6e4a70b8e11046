import { hoursMinutes } from '../../main/visit/time.ts';
import type { SheetAsked, SheetEarlier, SheetStay } from '../../preload/contract.ts';
import { dateTimeText, exactDateTimeText, exactTimeText } from '../../words/dates.ts';
import { startOfDay, timeText } from '../../words/times.ts';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** How times are written: to the minute, or to the second for a proof. */
export interface Precision {
  readonly dateTime: (ms: number, locale: string) => string;
  readonly time: (ms: number, locale: string) => string;
}

export const MINUTES: Precision = { dateTime: dateTimeText, time: timeText };
export const SECONDS: Precision = { dateTime: exactDateTimeText, time: exactTimeText };

/** `16 Nov, 8:52–10:28`: with the day of the end where it is another. */
export function rangeText(from: number, to: number, { dateTime, time }: Precision = MINUTES): string {
  const sameDay = startOfDay(from) === startOfDay(to);
  const end = sameDay ? time(to, locale.value) : dateTime(to, locale.value);
  return t().range(dateTime(from, locale.value), end);
}

/** A stay of a day that is known, with its length; that it is open, or that there is none. */
export function stayText(stay: SheetStay | null): string {
  if (!stay) return t().sheet.noStay;
  const from = timeText(stay.from, locale.value);
  if (stay.to === null) return t().sheet.openStay(from);
  return t().sheet.stay(t().range(from, timeText(stay.to, locale.value)), hoursMinutes(stay.to - stay.from));
}

/** `16 Nov, 8:52, still open`. */
export const openText = (from: number, { dateTime }: Precision = MINUTES): string =>
  t().sheet.openStay(dateTime(from, locale.value));

/** A stay with its length and its technicians; that it is open, or that there is none. */
export function datedStay(stay: SheetStay | null, as: Precision): string {
  if (!stay) return t().sheet.noStay;
  if (stay.to === null) return openText(stay.from, as);
  const times = t().sheet.stay(rangeText(stay.from, stay.to, as), hoursMinutes(stay.to - stay.from));
  return stay.techsCount === null ? times : t().sheet.stayOfCrew(times, stay.techsCount);
}

/** The times before a pair was put right, and when that was. */
export function trailText({ from, until, changedAt }: SheetEarlier, as: Precision): string {
  const times = until === null ? openText(from, as) : rangeText(from, until, as);
  return t().sheet.trail(times, as.dateTime(changedAt, locale.value));
}

/** The record that a client was asked for. */
export const askedText = ({ from, until, techsCount, at, sent }: SheetAsked, as: Precision): string =>
  t().sheet.askedDetail(rangeText(from, until, as), techsCount, as.dateTime(at, locale.value), sent);
