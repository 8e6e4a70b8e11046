import { describe, expect, test } from 'vitest';
import { lookFirst } from '../../../main/outbox/look-first.ts';
import type { Client, WorkActivity } from '../../../main/servicechannel/client.ts';
import { findReport } from '../../../main/visit/edit.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { fakeClient, OFFLINE } from '../fake-client.ts';
import { certain, Day } from '../visit/support.ts';
import { activity, WHO } from './steps.ts';

const ORDER = 107002896;

/** A check-in of 10:00 that is to go at a later time. */
function waiting(until: string) {
  const day = new Day().clock('10:00').checkIn(ORDER);
  const { id } = certain(reportsOf(day.current)[0]);
  day.clock(until);
  return { day, id };
}

const holding = (own: WorkActivity[], here: WorkActivity[] = []): Partial<Client> => ({
  ownActivities: async () => ({ kind: 'ok', value: own }),
  workActivities: async () => ({ kind: 'ok', value: here }),
});

function look({ day, id }: ReturnType<typeof waiting>, answers: Partial<Client>) {
  const found = certain(findReport(day.state.visits, id));
  return lookFirst(fakeClient(answers), found, WHO, day.state, day.context.clickedAt);
}

describe('a check-in that waited', () => {
  test('up to an hour goes without a look', async () => {
    expect(await look(waiting('11:00'), {})).toBeNull();
  });

  test('over an hour goes after a look that finds nothing open, or what is ours or somebody else’s', async () => {
    for (const held of [
      [],
      [activity('08:00:00', '09:00:00')],
      [activity('08:00:00', null, { userId: WHO.userId + 1 })],
    ])
      expect(await look(waiting('11:01'), holding(held))).toBeNull();
  });

  test.each([
    ['the own activities', holding([activity('09:00:00', null, { workOrderId: 5 })])],
    ['its order’s', holding([], [activity('09:00:00', null, { workOrderId: null })])],
    ['one begun since', holding([activity('11:00:00', null)])],
  ])('over an hour is asked about where %s show one open', async (_what, answers) => {
    const laptop = waiting('13:00');
    expect(await look(laptop, answers)).toEqual({
      kind: 'found-out',
      outcome: { type: 'open-elsewhere', reportId: laptop.id },
    });
  });

  test('waits while nothing can be read, and goes where ServiceChannel does not let us', async () => {
    const refusal = { reason: 'permission', message: '', httpStatus: 400, codes: [] } as const;
    const refused = async () => ({ kind: 'refused', refusal }) as const;
    const lost = async () => ({ kind: 'unknown', why: 'timeout', detail: 'slow' }) as const;
    const offline = { ...holding([]), workActivities: async () => OFFLINE };
    expect(await look(waiting('13:00'), offline)).toEqual({ kind: 'later', barred: OFFLINE });
    expect(await look(waiting('13:00'), { ...holding([]), ownActivities: lost })).toMatchObject({
      kind: 'later',
      barred: { why: 'not-read' },
    });
    expect(await look(waiting('13:00'), { ownActivities: refused, workActivities: refused })).toBeNull();
  });

  test('goes without another look when a person has said so', async () => {
    const laptop = waiting('13:00');
    laptop.day.do({ type: 'open-elsewhere', reportId: laptop.id });
    laptop.day.do({ type: 'send-again', reportId: laptop.id });
    expect(await look(laptop, {})).toBeNull();
  });
});
