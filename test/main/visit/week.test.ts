import { afterAll, expect, test, vi } from 'vitest';
import { DAY, HOUR } from '../../../main/visit/time.ts';
import { weekOf } from '../../../main/visit/week.ts';
import { weekText } from '../../../words/dates.ts';

vi.stubEnv('TZ', 'America/New_York');
afterAll(() => vi.unstubAllEnvs());

const at = (text: string) => new Date(text).getTime();

test('a week is seven days from Monday on, whichever day was asked for', () => {
  for (const day of ['2026-11-23T00:00', '2026-11-26T12:00', '2026-11-29T23:59']) {
    const week = weekOf(at(day));
    expect(week.from).toBe(at('2026-11-23T00:00'));
    expect(week.to).toBe(at('2026-11-30T00:00'));
    expect(week.days.map(({ from, to }) => to - from)).toEqual(Array(7).fill(DAY));
  }
});

test('across daylight saving a week has seven days, one of 23 or 25 hours, without gap or overlap', () => {
  const lengths = (day: string) => weekOf(at(day)).days.map(({ from, to }) => (to - from) / HOUR);
  expect(lengths('2026-03-04T12:00')).toEqual([24, 24, 24, 24, 24, 24, 23]);
  expect(lengths('2026-10-28T12:00')).toEqual([24, 24, 24, 24, 24, 24, 25]);
  for (const day of ['2026-03-08T12:00', '2026-11-01T12:00']) {
    const { days, from, to } = weekOf(at(day));
    expect(days.map((each) => each.from)).toEqual([from, ...days.slice(0, -1).map((each) => each.to)]);
    expect(days.at(-1)?.to).toBe(to);
  }
});

test('is named by its days, and by its year where that is another', () => {
  const { from, to } = weekOf(at('2026-11-18T12:00'));
  expect(weekText(from, to, from, 'en-GB')).toMatch(/^16\s*–\s*22 November$/);
  expect(weekText(from, to, at('2027-01-05T12:00'), 'en-GB')).toMatch(/^16\s*–\s*22 November 2026$/);
  const turn = weekOf(at('2026-12-31T12:00'));
  expect(weekText(turn.from, turn.to, from, 'en-GB')).toMatch(/^28 December 2026\s*–\s*3 January 2027$/);
});
