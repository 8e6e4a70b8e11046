import { hoursMinutes } from '../../main/visit/time.ts';
import type { SheetAsked, SheetEarlier, SheetStay } from '../../preload/contract.ts';
import { dateTimeText, startOfDay, timeText } from '../../words/times.ts';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** `16 Nov, 8:52–10:28`: with the day of the end where it is another. */
export function rangeText(from: number, to: number): string {
  const sameDay = startOfDay(from) === startOfDay(to);
  const end = sameDay ? timeText(to, locale.value) : dateTimeText(to, locale.value);
  return t().range(dateTimeText(from, locale.value), end);
}

/** A stay with its length and its technicians; that it is open, or that there is none. */
export function datedStay(stay: SheetStay | null): string {
  if (!stay) return t().sheet.noStay;
  if (stay.to === null) return t().sheet.openStay(dateTimeText(stay.from, locale.value));
  const times = t().sheet.stay(rangeText(stay.from, stay.to), hoursMinutes(stay.to - stay.from));
  return stay.techsCount === null ? times : t().sheet.stayOfCrew(times, stay.techsCount);
}

/** The times before a pair was put right, and when that was. */
export const trailText = ({ from, until, changedAt }: SheetEarlier): string =>
  t().sheet.trail(rangeText(from, until), dateTimeText(changedAt, locale.value));

/** The record that a client was asked for. */
export const askedText = ({ from, until, techsCount, at, sent }: SheetAsked): string =>
  t().sheet.askedDetail(rangeText(from, until), techsCount, dateTimeText(at, locale.value), sent);
