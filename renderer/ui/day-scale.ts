import { DAY, HOUR } from '../../main/visit/time.ts';
import type { Stretch } from '../../main/visit/totals.ts';
import { startOfDay } from '../../words/times.ts';

/** The part of a day that is drawn (ms), and where its hours are written. */
export interface DayScale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** A working day is shown whole even when little of it has passed. */
const MORNING = 8;
const EVENING = 18;
/** A night's work is drawn back to its beginning, unless its check-out was forgotten. */
const NIGHT = 12 * HOUR;

const atHour = (ms: number, hour: number): number => {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate(), hour).getTime();
};

const hourOf = (ms: number): number => new Date(ms).getHours();

const floorTo = (ms: number, step: number): number => atHour(ms, hourOf(ms) - (hourOf(ms) % step));

function ceilTo(ms: number, step: number): number {
  const floor = floorTo(ms, step);
  return floor === ms ? ms : atHour(floor, hourOf(floor) + step);
}

const stepFor = (span: number): number => (span <= 12 * HOUR ? 2 : 4);

/**
 * Which hours to draw for these stretches: the day of `now`, 8 to 18 where that is enough, and as much of the night
 * before as was worked without a break in the date. Hours are counted on the wall clock, so a day of 23 or 25 hours
 * is drawn as long as it is.
 */
export function dayScale(stretches: readonly Stretch[], now: number): DayScale {
  const midnight = startOfDay(now);
  const today = stretches.filter((stretch) => stretch.to > midnight);
  const worked = today.filter((stretch) => stretch.kind !== 'paused' || stretch.from >= midnight);
  const first = Math.max(midnight - NIGHT, Math.min(...worked.map((s) => s.from), atHour(now, MORNING)));
  const last = Math.max(...today.map((s) => s.to), first);
  const end = first < midnight ? last : Math.max(last, atHour(now, EVENING));
  const step = stepFor(end - first);
  const from = floorTo(first, step);
  const to = Math.max(ceilTo(end, step), from + 4 * HOUR);
  return { from, to, ticks: ticksOf(from, to, step) };
}

function ticksOf(from: number, to: number, step: number): readonly number[] {
  const count = Math.ceil((to - from + DAY / 24) / (step * HOUR)) + 1;
  const all = Array.from({ length: count }, (_, i) => atHour(from, hourOf(from) + i * step));
  return all.filter((tick) => tick <= to);
}

/** Where a stretch lies on the scale, in percent; null when it is outside. */
export function place(
  stretch: Stretch,
  scale: DayScale,
): { readonly left: number; readonly width: number } | null {
  const from = Math.max(stretch.from, scale.from);
  const to = Math.min(stretch.to, scale.to);
  if (to <= from) return null;
  const span = scale.to - scale.from;
  return { left: ((from - scale.from) / span) * 100, width: ((to - from) / span) * 100 };
}
