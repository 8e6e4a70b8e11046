import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockText,
  HOUR,
  hoursMinutes,
  MINUTE,
  SECOND,
  startOfMinute,
  toIso,
  toStamp,
} from '../../../main/visit/time.ts';

describe('a time as ServiceChannel takes it', () => {
  test.each([
    ['2026-05-13T15:00:00Z', -240, '2026-05-13T11:00:00-04:00'],
    ['2026-05-13T15:00:00Z', 0, '2026-05-13T15:00:00+00:00'],
    ['2026-05-13T20:00:05Z', 330, '2026-05-14T01:30:05+05:30'],
    ['2026-01-01T01:00:00Z', -210, '2025-12-31T21:30:00-03:30'],
    ['2026-05-13T15:00:00Z', 765, '2026-05-14T03:45:00+12:45'],
    ['2026-05-13T15:00:00Z', -30, '2026-05-13T14:30:00-00:30'],
  ])('%s at %i is %s', (utc, offset, text) => {
    expect(toIso({ ms: Date.parse(utc), offset })).toBe(text);
  });

  test('is the same instant at every offset', () => {
    const stamp = fc.record({
      ms: fc.integer({ min: 0, max: 4e9 }).map((s) => s * SECOND),
      offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    });
    fc.assert(
      fc.property(stamp, (at) => {
        expect(Date.parse(toIso(at))).toBe(at.ms);
      }),
    );
  });

  test('is cut to the second, with the offset of that second', () => {
    const change = 1_000_000_000_000;
    const offsetAt = (ms: number) => (ms < change ? 60 : 120);
    expect(toStamp(change - 1, offsetAt)).toEqual({ ms: change - SECOND, offset: 60 });
    expect(toStamp(change + 999, offsetAt)).toEqual({ ms: change, offset: 120 });
  });
});

describe('a duration', () => {
  test.each([
    [0, '0:00:00', '0:00'],
    [59_999, '0:00:59', '0:00'],
    [HOUR + 2 * MINUTE + 7 * SECOND, '1:02:07', '1:02'],
    [26 * HOUR, '26:00:00', '26:00'],
    [-5 * SECOND, '0:00:00', '0:00'],
  ])('of %i ms is %s', (ms, clock, short) => {
    expect(clockText(ms)).toBe(clock);
    expect(hoursMinutes(ms)).toBe(short);
  });

  test('a minute begins at its first millisecond', () => {
    expect(startOfMinute(5 * MINUTE + 59_999)).toBe(5 * MINUTE);
    expect(startOfMinute(5 * MINUTE)).toBe(5 * MINUTE);
  });
});
