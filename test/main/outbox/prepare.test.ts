import { describe, expect, test } from 'vitest';
import { prepare } from '../../../main/outbox/prepare.ts';
import type { WorkActivity } from '../../../main/servicechannel/client.ts';
import { NO_NEEDS } from '../../../main/servicechannel/statuses.ts';
import { type FoundReport, findReport } from '../../../main/visit/edit.ts';
import { EMPTY } from '../../../main/visit/types.ts';
import { fakeClient, OFFLINE, workOrder } from '../fake-client.ts';
import { certain, Day, USER } from '../visit/support.ts';
import { activity, activityStep, deletionStep, noteStep, WHO, WRONG } from './steps.ts';

const situation = (isBehind = false) => ({ isBehind, state: EMPTY, now: 0 });

const prepared = (found: FoundReport, value: readonly WorkActivity[], isBehind = false) => {
  const client = fakeClient({
    workActivities: async () => ({ kind: 'ok', value: [...value] }),
    workOrder: async (id) => ({ kind: 'ok', value: workOrder(id, { timeZone: null }) }),
  });
  return prepare(client, found, WHO, situation(isBehind));
};

const NOT_ON_RECORD = { kind: 'refused', problem: { reason: 'not-on-record' } };

test('a note and a new activity need nothing to be found first', async () => {
  const unread = fakeClient({});
  expect(await prepare(unread, noteStep().found, WHO, situation())).toMatchObject({
    kind: 'request',
    request: { kind: 'note', workOrderId: WRONG, body: 'We were there.' },
  });
  expect(await prepare(unread, activityStep('add').found, WHO, situation())).toMatchObject({
    kind: 'request',
    request: {
      kind: 'add',
      body: { WorkTypeId: 1, CheckInDate: '2026-05-13T14:00:00Z', CheckOutDate: '2026-05-13T15:30:00Z' },
    },
  });
});

describe('an activity that is to be corrected', () => {
  const { found } = activityStep('correct');

  test('is found by its user and its check-in’s second', async () => {
    const others = [
      activity('10:00:00', null, { id: '1', userId: USER + 1 }),
      activity('09:59:59', '10:00:00', { id: '2' }),
      activity('10:00:00', null, { id: '3' }),
    ];
    expect(await prepared(found, others)).toMatchObject({
      kind: 'request',
      request: { kind: 'correct', activityId: '3', body: { CheckOutDate: '2026-05-13T15:30:00Z' } },
    });
  });

  test('that holds our times already is done', async () => {
    expect(await prepared(found, [activity('10:00:00', '11:30:00')])).toEqual({ kind: 'done' });
  });

  test('is found by the location’s own time, in the zone that its order tells', async () => {
    const held = activity('', null, { timeIn: '2026-05-13T07:00:00', timeOut: '2026-05-13T08:15:00' });
    const inZone = (timeZone: string | null) => {
      const client = fakeClient({
        workActivities: async () => ({ kind: 'ok', value: [held] }),
        workOrder: async () => ({ kind: 'ok', value: workOrder(WRONG, { timeZone }) }),
      });
      return prepare(client, found, WHO, situation());
    };
    expect(await inZone('America/Los_Angeles')).toMatchObject({
      kind: 'request',
      request: { kind: 'correct', body: { CheckInDate: '2026-05-13T14:00:00Z' } },
    });
    for (const zone of ['America/Denver', 'Nowhere/Land', null])
      expect(await inZone(zone)).toMatchObject(NOT_ON_RECORD);
    const unread = fakeClient({
      workActivities: async () => ({ kind: 'ok', value: [held] }),
      workOrder: async () => OFFLINE,
    });
    expect(await prepare(unread, found, WHO, situation())).toMatchObject({ kind: 'later' });
  });

  test('is refused here where there is none, or two that could be meant, or none with an id', async () => {
    const open = activity('10:00:00', null);
    for (const held of [[], [open, { ...open, id: '4' }], [{ ...open, id: null }]])
      expect(await prepared(found, held)).toMatchObject(NOT_ON_RECORD);
  });
});

describe('an activity that is to be deleted', () => {
  const { found } = deletionStep();

  test('is the one that was closed at its own second, where another began with it', async () => {
    const two = [
      activity('10:00:00', '12:00:00', { id: '1' }),
      activity('10:00:00', '10:00:00', { id: '2' }),
    ];
    expect(await prepared(found, two)).toMatchObject({
      kind: 'request',
      request: { kind: 'delete', workOrderId: WRONG, activityId: '2' },
    });
  });

  test('is not guessed where two ended so', async () => {
    const two = ['1', '2'].map((id) => activity('10:00:00', '10:00:00', { id }));
    expect(await prepared(found, two)).toMatchObject(NOT_ON_RECORD);
  });

  test('and was given another end by somebody is left alone', async () => {
    expect(await prepared(found, [activity('10:00:00', '12:00:00')])).toMatchObject(NOT_ON_RECORD);
  });

  test('and is still open is the one', async () => {
    expect(await prepared(found, [activity('10:00:00', null)])).toMatchObject({ kind: 'request' });
  });

  test('that is gone is done', async () => {
    expect(await prepared(found, [])).toEqual({ kind: 'done' });
  });

  test('is not given up for gone where its time may be written in another zone', async () => {
    const bare = { ...activity('10:00:00', null), timeIn: '2026-05-13T09:00:00' };
    expect(await prepared(found, [bare])).toMatchObject(NOT_ON_RECORD);
  });

  test('nor where its entry, in UTC, names nobody: the location’s clock proves no absence', async () => {
    const bare = { ...activity('10:00:00', null), timeIn: '2026-05-13T14:00:00' };
    const client = fakeClient({
      workActivities: async () => ({ kind: 'ok', value: [{ ...bare, userId: null, userName: null }] }),
      workOrder: async (id) => ({ kind: 'ok', value: workOrder(id, { timeZone: 'America/Chicago' }) }),
    });
    expect(await prepare(client, found, WHO, situation())).toMatchObject(NOT_ON_RECORD);
  });

  test('waits while nothing can be read', async () => {
    const client = fakeClient({ workActivities: async () => OFFLINE });
    expect(await prepare(client, found, WHO, situation())).toEqual({ kind: 'later', barred: OFFLINE });
  });
});

describe('while reads may be behind our last request there', () => {
  const LATER = { kind: 'later', barred: { retryAfterMs: 60_000 } };

  test('an activity that cannot be found, or has another end, is looked for again later', async () => {
    for (const held of [[], [activity('10:00:00', '12:00:00')]])
      expect(await prepared(deletionStep().found, held, true)).toMatchObject(LATER);
    expect(await prepared(activityStep('correct').found, [], true)).toMatchObject(LATER);
  });

  test('one that is found is deleted or corrected at once', async () => {
    const open = [activity('10:00:00', null)];
    expect(await prepared(deletionStep().found, open, true)).toMatchObject({ kind: 'request' });
    expect(await prepared(activityStep('correct').found, open, true)).toMatchObject({ kind: 'request' });
  });
});

describe('the status that finishes a visit as Completed', () => {
  const finished = (extendedStatus?: string) => {
    const day = new Day().clock('10:00').checkIn(WRONG).clock('11:30');
    day.do({ type: 'pause', visitId: day.current.id });
    day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'Completed', extendedStatus });
    const { finish } = day.visit(WRONG);
    return { day, found: certain(findReport(day.state.visits, certain(finish).id)) };
  };
  const offering = (...names: string[]) => {
    const extended = names.map((name) => ({ name, needs: NO_NEEDS }));
    return fakeClient({
      workOrder: async (id) => ({ kind: 'ok', value: workOrder(id, { timeZone: null }) }),
      statuses: async () => ({ kind: 'ok', value: [{ name: 'Completed', needs: NO_NEEDS, extended }] }),
    });
  };
  const sent = (extended: string | null) => ({
    kind: 'request',
    request: { kind: 'status', body: { primary: 'COMPLETED', extended } },
  });

  test('goes with the only extended status that the order offers, kept on the record first', async () => {
    const { day, found } = finished();
    const prepared = await prepare(offering('PENDING CONFIRMATION'), found, WHO, situation());
    expect(prepared).toMatchObject({
      kind: 'found-out',
      outcome: { type: 'completing', extendedStatus: 'PENDING CONFIRMATION' },
    });
    day.do({ type: 'completing', reportId: found.report.id, extendedStatus: 'PENDING CONFIRMATION' });
    const again = certain(findReport(day.state.visits, found.report.id));
    expect(await prepare(fakeClient({}), again, WHO, situation())).toMatchObject(
      sent('PENDING CONFIRMATION'),
    );
  });

  test('goes with the one that was chosen, without a look', async () => {
    const { found } = finished('CONFIRMED');
    expect(await prepare(fakeClient({}), found, WHO, situation())).toMatchObject(sent('CONFIRMED'));
  });

  test('goes without one where several or none are offered, or the list cannot be read', async () => {
    const { found } = finished();
    const refusal = { reason: 'unknown', message: '', httpStatus: 403, codes: [] } as const;
    const unreadable = { ...offering(), statuses: async () => ({ kind: 'refused', refusal }) as const };
    for (const client of [offering(), offering('CONFIRMED', 'PENDING CONFIRMATION'), unreadable])
      expect(await prepare(client, found, WHO, situation())).toMatchObject(sent(null));
  });

  test('waits while there is no connection', async () => {
    const client = fakeClient({ workOrder: async () => OFFLINE });
    expect(await prepare(client, finished().found, WHO, situation())).toEqual({
      kind: 'later',
      barred: OFFLINE,
    });
  });
});
