import { describe, expect, test } from 'vitest';
import { lookFirst } from '../../../main/outbox/look-first.ts';
import { sendable } from '../../../main/outbox/next.ts';
import { readBack } from '../../../main/outbox/read-back.ts';
import { whoWasThere } from '../../../main/outbox/who-was-there.ts';
import type { Client, WorkActivity } from '../../../main/servicechannel/client.ts';
import { whoseIs } from '../../../main/servicechannel/who.ts';
import { findReport } from '../../../main/visit/edit.ts';
import { reportsOf, visitsAt } from '../../../main/visit/phase.ts';
import { fakeClient } from '../fake-client.ts';
import { certain, Day, USER } from '../visit/support.ts';
import { activity, WHO } from './steps.ts';

const ORDER = 107002896;
const ANNA = 1544988;
const BEN = 1544989;

/** The technician, Anna and Ben came at 10:00. */
function crew() {
  const day = new Day().clock('10:00');
  day.do({ type: 'check-in', workOrderId: ORDER, workTypeId: 1, techsCount: 1, crew: [ANNA, BEN] });
  const checkInOf = (userId: number) =>
    certain(reportsOf(certain(visitsAt(day.state, day.owner, userId)[0]))[0]);
  const foundOf = (userId: number) => certain(findReport(day.state.visits, checkInOf(userId).id));
  const sender = { ...WHO, ...day.owner };
  const whoOf = (userId: number) => whoWasThere(sender, foundOf(userId).visit, day.state);
  return { day, sender, checkInOf, foundOf, whoOf };
}

const holding = (held: WorkActivity[]): Partial<Client> => ({
  ownActivities: async () => ({ kind: 'ok', value: [] }),
  workActivities: async () => ({ kind: 'ok', value: held }),
  checkInActivity: async () => ({ kind: 'ok', value: [] }),
});

describe('the record of a crew', () => {
  test('is told apart by UserId; an entry that names nobody who is known proves nothing about a colleague', () => {
    const { whoOf, sender } = crew();
    const anna = whoOf(ANNA);
    expect(whoseIs({ userId: ANNA, userName: null }, anna)).toBe('us');
    expect(whoseIs({ userId: BEN, userName: 'ben' }, anna)).toBe('another');
    expect(whoseIs({ userId: WHO.authUserId, userName: null }, anna)).toBe('another');
    expect(whoseIs({ userId: null, userName: 'demo' }, anna)).toBe('another');
    expect(whoseIs({ userId: 8_544_988, userName: 'anna' }, anna)).toBe('unsaid');
    expect(whoOf(USER)).toBe(sender);
  });

  test.each([
    [[USER, BEN], 'absent'],
    [[USER, ANNA, BEN], 'there'],
    [[8_544_988], 'unclear'],
  ] as const)('with %j in it has Anna’s check-in %s', async (userIds, presence) => {
    const { day, foundOf, whoOf } = crew();
    const held = userIds.map((userId) => activity('10:00:00', null, { userId }));
    const seen = await readBack(
      fakeClient(holding(held)),
      day.mine,
      foundOf(ANNA),
      whoOf(ANNA),
      new AbortController().signal,
    );
    expect(seen).toBe(presence);
  });
});

describe('a colleague’s check-in', () => {
  const look = (who: number, held: WorkActivity[]) => {
    const { day, foundOf, whoOf } = crew();
    return lookFirst(fakeClient(holding(held)), foundOf(who), whoOf(who), day.state, day.context.clickedAt);
  };

  test('goes at once after a look that finds nothing of theirs open there', async () => {
    expect(
      await look(ANNA, [activity('10:00:00', null), activity('08:00:00', '09:00:00', { userId: ANNA })]),
    ).toBeNull();
  });

  test('is asked about where they have checked in there by themselves', async () => {
    const { checkInOf } = crew();
    expect(await look(ANNA, [activity('09:30:00', null, { userId: ANNA })])).toEqual({
      kind: 'found-out',
      outcome: { type: 'open-elsewhere', reportId: checkInOf(ANNA).id },
    });
    expect(await look(BEN, [activity('09:30:00', null, { userId: ANNA })])).toBeNull();
  });

  test('does not wait until another’s on the same order is closed', () => {
    const { day, checkInOf } = crew();
    day.sent(checkInOf(USER), 'recorded').sent(checkInOf(ANNA), 'recorded');
    expect(sendable(day.mine).map(({ id }) => id)).toEqual([checkInOf(BEN).id]);
  });
});
