import type { SheetDay } from '../../preload/contract.ts';
import { startOfDay } from '../../words/times.ts';
import { type DayScale, dayScale } from '../ui/day-scale.ts';

/** An hour of the wall clock on a day; 24 is its end. */
function atHour(day: number, hour: number): number {
  const date = new Date(day);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour).getTime();
}

/** Hours since midnight on the wall clock; the day's end is 24. */
const hourOf = (ms: number, day: number): number => (startOfDay(ms) > day ? 24 : new Date(ms).getHours());

/** The same hours of the wall clock for every day of a week, so that the days can be compared. */
export function weekScales(days: readonly SheetDay[]): readonly DayScale[] {
  const own = days.map(({ from, stretches }) => ({ from, scale: dayScale(stretches, from) }));
  const first = Math.min(...own.map(({ from, scale }) => hourOf(scale.from, from)));
  const last = Math.max(...own.map(({ from, scale }) => hourOf(scale.to, from)));
  const step = last - first > 12 ? 4 : 2;
  const hours = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
  return days.map(({ from }) => ({
    from: atHour(from, first),
    to: atHour(from, last),
    ticks: hours.map((hour) => atHour(from, hour)),
  }));
}
