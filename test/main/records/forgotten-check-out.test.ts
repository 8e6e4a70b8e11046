import { describe, expect, test } from 'vitest';
import { readAutomatic, readNext } from '../../../main/records/forgotten-check-out.ts';
import type { Client } from '../../../main/servicechannel/client.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { fakeClient, OFFLINE } from '../fake-client.ts';
import { activity, WHO } from '../outbox/steps.ts';
import { certain, Day } from '../visit/support.ts';

/** The technician, asking a ServiceChannel that answers only this. */
const asking = (answers: Partial<Client>) => ({ ...WHO, client: fakeClient(answers) });

/** On site since 10:00, and ServiceChannel has the check-in. */
function onSite(): Day {
  const day = new Day().clock('10:00').checkIn(107002896);
  return day.sent(certain(reportsOf(day.current)[0]), 'recorded').clock('18:00');
}

describe('whether ServiceChannel has checked out by itself', () => {
  const reads = (...value: ReturnType<typeof activity>[]) =>
    asking({ workActivities: async () => ({ kind: 'ok', value }) });

  test('is when it did', async () => {
    const day = onSite();
    const at = await readAutomatic(reads(activity('10:00:00', '17:00:00')), day.current, () => -240);
    expect(at).toBe(day.instant('17:00'));
  });

  test('is not told by an open pair, by another’s, or by no answer', async () => {
    const { current } = onSite();
    expect(await readAutomatic(reads(activity('10:00:00', null)), current, () => -240)).toBeNull();
    expect(await readAutomatic(reads(activity('08:00:00', '09:00:00')), current, () => -240)).toBeNull();
    expect(
      await readAutomatic(asking({ workActivities: async () => OFFLINE }), current, () => -240),
    ).toBeNull();
  });

  test('is not asked for a check-in that ServiceChannel does not have', async () => {
    const day = new Day().clock('10:00').checkIn(107002896);
    expect(await readAutomatic(asking({}), day.current, () => -240)).toBeNull();
  });
});

test('the next check-in elsewhere bounds when they left: the first one after, and not on this order', async () => {
  const day = onSite();
  const value = [
    activity('15:00:00', null, { workOrderId: 9 }),
    activity('13:00:00', '14:00:00', { workOrderId: 8 }),
    activity('12:00:00', null),
    activity('09:00:00', '09:30:00', { workOrderId: 7 }),
  ];
  const client = asking({ ownActivities: async () => ({ kind: 'ok', value }) });
  expect(await readNext(client, day.current, day.now)).toEqual({ workOrderId: 8, at: day.instant('13:00') });
});
