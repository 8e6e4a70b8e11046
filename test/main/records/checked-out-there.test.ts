import { describe, expect, test } from 'vitest';
import { CheckedOut, closedAt } from '../../../main/records/checked-out-there.ts';
import type { WorkActivity } from '../../../main/servicechannel/client.ts';
import { livePairs, reportsOf } from '../../../main/visit/phase.ts';
import { MINUTE } from '../../../main/visit/time.ts';
import { OFFLINE } from '../fake-client.ts';
import { activity, WHO } from '../outbox/steps.ts';
import { certain, Day, offsetIn } from '../visit/support.ts';

/** On site on 7 since 10:00, recorded. */
function rig(held: readonly WorkActivity[] = [activity('10:00:00', '18:00:00')]) {
  const day = new Day().clock('10:00').checkIn(7);
  day.sent(certain(reportsOf(day.current)[0]), 'recorded');
  const reads: number[] = [];
  let isThere = true;
  const records: CheckedOut = new CheckedOut({
    now: () => day.now,
    visits: () => day.mine,
    sender: () => ({
      ...WHO,
      client: {
        workActivities: async (workOrderId) => {
          reads.push(workOrderId);
          if (!isThere) return OFFLINE;
          records.onActivities(workOrderId, held);
          return { kind: 'ok', value: [...held] };
        },
      },
    }),
    offsetAt: () => -240,
    onChange: () => undefined,
  });
  return { day, records, reads, offline: () => (isThere = false) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('one read', () => {
  test('tells that ServiceChannel closed the visit, and asks until it is answered', async () => {
    const { day, records, reads } = rig();
    day.clock('22:00');
    await records.look();
    await records.look();
    expect(reads).toEqual([7]);
    expect(records.view).toMatchObject({ workOrderId: 7, at: { ms: day.instant('18:00') } });
    const visitId = day.current.id;
    const command = certain(records.answer('still-here', visitId));
    expect(command).toEqual({ type: 'still-here', visitId, at: day.instant('18:00') });
    day.do(command);
    expect([records.view, records.answer('left-then', visitId)]).toEqual([null, null]);
  });

  test('is repeated after a minute, and at once where there was no answer', async () => {
    const { day, records, reads, offline } = rig([activity('10:00:00', null)]);
    day.clock('22:00');
    await records.look();
    day.now += MINUTE;
    await records.look();
    offline();
    day.now += MINUTE;
    await records.look();
    await records.look();
    expect(reads).toHaveLength(4);
    expect(records.view).toBeNull();
  });

  test.each([
    ['13:59', 0],
    ['14:00', 1],
  ])('comes before a check-out at %s: %i', async (at, count) => {
    const { day, records, reads } = rig();
    day.clock(at);
    records.leaving();
    await settled();
    expect(reads).toHaveLength(count);
  });

  test('comes at a first use after four hours, not before', async () => {
    const { day, records, reads } = rig();
    day.clock('22:00');
    records.usedAfter(4 * 60 * MINUTE - 1);
    expect(reads).toEqual([]);
    records.usedAfter(4 * 60 * MINUTE);
    expect(reads).toEqual([7]);
  });

  test('is not made for a visit that is paused', async () => {
    const { day, records, reads } = rig();
    day.do({ type: 'pause', visitId: day.current.id }).clock('22:00');
    await records.look();
    expect(reads).toEqual([]);
  });
});

test.each<[string, readonly WorkActivity[], string | null]>([
  ['open there', [activity('10:00:00', null)], null],
  ['another user’s', [activity('10:00:00', '18:00:00', { userId: 5 })], null],
  ['another check-in', [activity('11:00:00', '18:00:00')], null],
  ['two of the same second', [activity('10:00:00', '18:00:00'), activity('10:00:00', '19:00:00')], null],
  ['rounded to its minute', [activity('10:00:30', '18:00:00')], '18:00'],
  [
    'without offset, in UTC as the check-in',
    [activity('', '', { timeIn: '2026-05-13T14:00:00', timeOut: '2026-05-13T22:00:00' })],
    '18:00',
  ],
  ['ended before it began', [activity('10:00:00', '09:00:00')], null],
])('what is %s', (_, held, expected) => {
  const { day } = rig();
  const pair = certain(livePairs(day.current)[0]);
  expect(closedAt(pair, held, WHO, offsetIn('America/New_York'))).toBe(expected && day.instant(expected));
});

/** The clocks change in the night after the check-in. */
test.each([
  ['end', '2026-10-31T20:00:00-04:00', '2026-11-01T03:00:00', '2026-11-01T03:00:00-05:00'],
  [
    'end, closed before that',
    '2026-10-31T20:00:00-04:00',
    '2026-11-01T00:00:00',
    '2026-11-01T00:00:00-04:00',
  ],
  ['begin', '2026-03-07T20:00:00-05:00', '2026-03-08T03:30:00', '2026-03-08T03:30:00-04:00'],
])('a time without offset in the night in which summer time is to %s', (_, began, timeOut, expected) => {
  const day = new Day(began).checkIn(7);
  day.sent(certain(reportsOf(day.current)[0]), 'recorded');
  const pair = certain(livePairs(day.current)[0]);
  const newYork = offsetIn('America/New_York');
  const at = (timeIn: string, timeOut: string) =>
    closedAt(pair, [activity('', '', { timeIn, timeOut })], WHO, newYork);
  expect(at(began.slice(0, 19), timeOut)).toBe(Date.parse(expected));
  // In UTC, or with its offset, it means what it says.
  const utc = (text: string) => new Date(text).toISOString().slice(0, 19);
  expect(at(utc(began), utc(expected))).toBe(Date.parse(expected));
  expect(at(began, expected)).toBe(Date.parse(expected));
});
