import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineTime } from '../../../main/visit/one-line.ts';
import { MINUTE } from '../../../main/visit/time.ts';
import { meantTime } from '../../../renderer/popup/line-time.ts';
import { typedInstant } from '../../../renderer/ui/time-draft.ts';

const at = (text: string) => new Date(text).getTime();
const clock = (text: string, half: 'am' | 'pm' | null = null, yesterday = false): LineTime => {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return { kind: 'clock', hour, minute, half, yesterday };
};
const AFTERNOON = at('2026-11-24T14:10');
const NIGHT = at('2026-11-24T21:10');

describe('on a clock of 24 hours', () => {
  test.each([
    ['8:30', AFTERNOON, '2026-11-24T08:30', true],
    ['14:10', AFTERNOON, '2026-11-24T14:10', true],
    ['4:10', AFTERNOON, '2026-11-24T04:10', true],
    // To come: filled in, and refused beside its field.
    ['16:30', AFTERNOON, '2026-11-24T16:30', false],
    ['23:50', at('2026-11-24T00:10'), '2026-11-23T23:50', false],
  ])('%s', (text, now, value, sure) => {
    expect(meantTime(clock(text), now, false)).toMatchObject({ time: { value }, sure });
  });
});

describe('on a clock of twelve hours', () => {
  test.each([
    ['8:30', null, AFTERNOON, '2026-11-24T08:30', true],
    // Morning or evening: both are past.
    ['8:30', null, NIGHT, '2026-11-24T20:30', false],
    ['8:30', 'am', NIGHT, '2026-11-24T08:30', true],
    ['8:30', 'pm', NIGHT, '2026-11-24T20:30', true],
    ['12:05', 'am', NIGHT, '2026-11-24T00:05', true],
    ['12:05', 'pm', NIGHT, '2026-11-24T12:05', true],
    ['13:05', null, NIGHT, '2026-11-24T13:05', true],
    ['3:30', 'pm', AFTERNOON, '2026-11-24T15:30', false],
  ] as const)('%s %s', (text, half, now, value, sure) => {
    expect(meantTime(clock(text, half), now, true)).toMatchObject({ time: { value }, sure });
  });
});

test('yesterday is the day before, in both halves where none was said', () => {
  expect(meantTime(clock('16:45', null, true), AFTERNOON, false)).toMatchObject({
    time: { value: '2026-11-23T16:45' },
    sure: true,
  });
  expect(meantTime(clock('4:45', null, true), AFTERNOON, true)).toMatchObject({
    time: { value: '2026-11-23T16:45' },
    sure: false,
  });
});

test('so many minutes ago is that minute, and sure', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6 * 1440 }), fc.integer({ min: 0, max: 59_999 }), (minutes, ms) => {
      const now = AFTERNOON + ms;
      const { time, sure } = meantTime({ kind: 'ago', minutes }, now, false);
      expect(sure).toBe(true);
      expect(typedInstant(time)).toBe(AFTERNOON - minutes * MINUTE);
    }),
  );
});

test('what is sure is never to come, and never another time of day', () => {
  const said = fc.record({
    kind: fc.constant('clock' as const),
    hour: fc.integer({ min: 1, max: 12 }),
    minute: fc.nat(59),
    half: fc.constantFrom('am' as const, 'pm' as const, null),
    yesterday: fc.boolean(),
  });
  fc.assert(
    fc.property(said, fc.integer({ min: 0, max: 365 * 1440 }), fc.boolean(), (time, minutes, twelve) => {
      const now = at('2026-01-01T00:00') + minutes * MINUTE;
      const meant = meantTime(time, now, twelve);
      const instant = typedInstant(meant.time);
      if (!meant.sure) return;
      expect(instant).toBeLessThanOrEqual(now);
      expect(meant.time.value.slice(-2)).toBe(String(time.minute).padStart(2, '0'));
    }),
  );
});
