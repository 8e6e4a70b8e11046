import { describe, expect, test } from 'vitest';
import { addDays, dateOf, instantAt, weekdayOf } from '../../../main/moments/wall-clock.ts';

/** Berlin in 2026: summer time from 29 March to 25 October, both at 01:00 UTC. */
const berlin = (ms: number): number =>
  ms >= Date.parse('2026-03-29T01:00Z') && ms < Date.parse('2026-10-25T01:00Z') ? 120 : 60;

describe('the wall clock', () => {
  test.each([
    ['2026-11-24', '17:30', '2026-11-24T16:30Z'],
    ['2026-07-01', '17:30', '2026-07-01T15:30Z'],
    ['2026-03-29', '17:30', '2026-03-29T15:30Z'],
    ['2026-10-25', '17:30', '2026-10-25T16:30Z'],
    // Left out by the night: the clock jumps over it at 01:00 UTC.
    ['2026-03-29', '02:30', '2026-03-29T01:30Z'],
    // Shown twice: the first.
    ['2026-10-25', '02:30', '2026-10-25T00:30Z'],
  ])('shows %s %s at %s', (date, time, instant) => {
    expect(instantAt(date, time, berlin)).toBe(Date.parse(instant));
  });

  test('far from UTC', () => {
    expect(instantAt('2026-11-24', '17:30', () => -600)).toBe(Date.parse('2026-11-25T03:30Z'));
    expect(instantAt('2026-11-24', '17:30', () => 840)).toBe(Date.parse('2026-11-24T03:30Z'));
  });

  test('dates and weekdays are local', () => {
    expect(dateOf(Date.parse('2026-11-24T23:30Z'), () => 60)).toBe('2026-11-25');
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
