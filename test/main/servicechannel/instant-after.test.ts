import { expect, test } from 'vitest';
import { instantAfter } from '../../../main/servicechannel/times.ts';
import { offsetIn } from '../visit/support.ts';

const newYork = offsetIn('America/New_York');

/** Checked in on the evening before summer time ends in New York, at 06:00 UTC. */
const BEGAN = '2026-10-31T20:00:00';
const at = { ms: Date.parse(`${BEGAN}-04:00`), offset: -240 };
const left = { ms: Date.parse('2026-10-31T23:00:00-04:00'), offset: -240 };

test.each([
  ['by the clock of the night after it', '2026-11-01T03:00:00', BEGAN, '2026-11-01T03:00:00-05:00'],
  ['by the clock of the evening', '2026-10-31T22:00:00', BEGAN, '2026-10-31T22:00:00-04:00'],
  ['in the double hour, the one nearer to ours', '2026-11-01T01:30:00', BEGAN, '2026-11-01T01:30:00-04:00'],
  ['in UTC as its check-in', '2026-11-01T08:00:00', '2026-11-01T00:00:00', '2026-11-01T08:00:00Z'],
  ['with its offset', '2026-11-01T03:00:00-05:00', BEGAN, '2026-11-01T03:00:00-05:00'],
])('a check-out that was made there %s', (_, timeOut, timeIn, expected) => {
  expect(instantAfter(timeOut, timeIn, at, newYork, left)).toBe(Date.parse(expected));
});

test('a check-out of a technician who was in another zone by then is read in either', () => {
  const chicago = { ms: Date.parse('2026-10-31T23:00:00-05:00'), offset: -300 };
  expect(instantAfter('2026-10-31T23:00:00', BEGAN, at, newYork, chicago)).toBe(chicago.ms);
});

test('what is no time is none', () => {
  expect(instantAfter('soon', BEGAN, at, newYork, left)).toBeNull();
});
