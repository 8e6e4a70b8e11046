import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stretch } from '../../../main/visit/totals.ts';
import { dayScale, place } from '../../../renderer/ui/day-scale.ts';
import { startOfDay } from '../../../words/times.ts';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const stretch = (kind: Stretch['kind'], from: number, to: number): Stretch => ({ kind, from, to });
const hours = (ticks: readonly number[]) => ticks.map((tick) => new Date(tick).getHours());

test('an ordinary day is shown from 8 to 18', () => {
  const scale = dayScale([stretch('on site', at(24, 9, 14), at(24, 12))], at(24, 12));
  expect(hours(scale.ticks)).toEqual([8, 10, 12, 14, 16, 18]);
  expect(dayScale([], at(24, 12))).toEqual(scale);
});

test('early and late work widen it', () => {
  const early = dayScale([stretch('travel', at(24, 5, 30), at(24, 7))], at(24, 7));
  expect(hours(early.ticks)).toEqual([4, 8, 12, 16, 20]);
  const late = dayScale([stretch('on site', at(24, 9), at(24, 19, 5))], at(24, 19, 5));
  expect(hours(late.ticks)).toEqual([8, 10, 12, 14, 16, 18, 20]);
});

test('a night’s work is shown across midnight', () => {
  const night = stretch('on site', at(23, 22, 10), at(24, 1, 30));
  const scale = dayScale([night], at(24, 1, 30));
  expect(hours(scale.ticks)).toEqual([22, 0, 2]);
  expect(place(night, scale)).toEqual({ left: expect.closeTo(4.17, 1), width: expect.closeTo(83.33, 1) });
});

test('a pause over night does not bring yesterday in', () => {
  const scale = dayScale(
    [
      stretch('on site', at(23, 9), at(23, 17)),
      stretch('paused', at(23, 17), at(24, 8)),
      stretch('on site', at(24, 8), at(24, 9)),
    ],
    at(24, 9),
  );
  expect(hours(scale.ticks)).toEqual([8, 10, 12, 14, 16, 18]);
});

test('a forgotten check-in is drawn as far back as half a day before midnight', () => {
  const scale = dayScale([stretch('on site', at(20, 9), at(24, 10))], at(24, 10));
  expect(scale.from).toBe(at(23, 12));
});

test('whatever was worked today is on the line, nothing leaves it, and its ends are marked', () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 4 }).map((n) => at(22, 0, n));
  const worked = fc
    .array(minute, { minLength: 2, maxLength: 8 })
    .map((times) => times.toSorted((a, b) => a - b))
    .map((times) => times.slice(1).map((to, i) => stretch(i % 2 ? 'paused' : 'on site', times[i] ?? to, to)));
  fc.assert(
    fc.property(worked, (stretches) => {
      const now = stretches.at(-1)?.to ?? 0;
      const scale = dayScale(stretches, now);
      expect(scale.ticks[0]).toBe(scale.from);
      expect(scale.ticks.at(-1)).toBe(scale.to);
      expect(scale.ticks.length).toBeLessThanOrEqual(12);
      for (const each of stretches) {
        const placed = place(each, scale);
        const worked = each.kind === 'on site' && each.to > startOfDay(now) && each.to > each.from;
        expect(placed !== null || !worked).toBe(true);
        if (!placed) continue;
        expect(placed.left).toBeGreaterThanOrEqual(0);
        expect(placed.left + placed.width).toBeLessThanOrEqual(100.0001);
      }
    }),
  );
});
