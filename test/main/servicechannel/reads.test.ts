import { describe, expect, test } from 'vitest';
import { directionOf } from '../../../main/servicechannel/activity.ts';
import { API, answering, HTML, plain, rig } from './support.ts';

describe('the check-in activity', () => {
  test('is read line by line, the time that says its offset first', async () => {
    const { client, seen } = answering({
      '@odata.context': 'x',
      value: [
        {
          Id: 51001,
          Date: '2026-05-13T15:00:00',
          Dto: '2026-05-13T11:00:00-04:00',
          User: { Id: 1544987, UserName: 'demo', FullName: 'Dana Demo' },
          Action: 'Check In',
          WorkType: 'Repair',
        },
        { Id: 'abc', Date: '2026-05-13T16:00:00Z', Dto: '2026-05-13T16:00:00', Action: 'CHECK-OUT' },
      ],
    });
    expect(await client.checkInActivity(5)).toEqual({
      kind: 'ok',
      value: [
        {
          id: '51001',
          userId: 1544987,
          userName: 'demo',
          direction: 'in',
          times: ['2026-05-13T11:00:00-04:00', '2026-05-13T15:00:00'],
          workType: 'Repair',
          byPhone: false,
        },
        {
          id: 'abc',
          userId: null,
          userName: null,
          direction: 'out',
          times: ['2026-05-13T16:00:00Z', '2026-05-13T16:00:00'],
          workType: null,
          byPhone: false,
        },
      ],
    });
    expect(seen[0]?.url).toBe(`${API}/odata/workorders(5)/Service.CheckInActivity(loadBlocked=false)`);
  });

  test('is not spoilt by lines with missing, null or wrong fields', async () => {
    const value = [null, 7, 'x', {}, { User: null }, { Id: {}, User: 5, Action: 3, Date: null, Dto: [] }];
    const empty = {
      id: null,
      userId: null,
      userName: null,
      direction: 'unknown',
      times: [],
      workType: null,
      byPhone: false,
    };
    expect(await answering({ value }).client.checkInActivity(5)).toEqual({
      kind: 'ok',
      value: [empty, empty, empty],
    });
  });

  test.each([
    ...['Check In', 'CheckIn', 'check-in', 'CHECK_IN', 'Checked in', 'checkin', 'In', 'GPS CheckIn'].map(
      (word) => [word, 'in'] as const,
    ),
    ...['Check Out', 'CheckOut', 'check-out', 'Checked out', 'CHECKOUT', 'out', 'Check Out (Cancel)'].map(
      (word) => [word, 'out'] as const,
    ),
    ...['Note added', 'Login', 'check in/check out', '', 1, null, undefined, {}].map(
      (word) => [word, 'unknown'] as const,
    ),
  ])('takes %j for %s', (word, direction) => {
    expect(directionOf(word)).toBe(direction);
  });
});

describe('the work activities', () => {
  test('are read with their open ends', async () => {
    const value = [
      {
        Id: 880100001,
        WorkOrderId: 5,
        TimeIn: '2026-05-13T11:00:00.123',
        TimeOut: null,
        User: { Id: '1544987' },
        WorkType: 'Repair',
        TechsCount: 2,
      },
      { TimeIn: '2026-05-13T12:00:00Z', TimeOut: '2026-05-13T13:00:00Z', TechsCount: null, WorkType: null },
    ];
    expect(await answering({ value }).client.workActivities(5)).toEqual({
      kind: 'ok',
      value: [
        {
          id: '880100001',
          workOrderId: 5,
          userId: 1544987,
          userName: null,
          timeIn: '2026-05-13T11:00:00.123',
          timeOut: null,
          techsCount: 2,
          workType: 'Repair',
        },
        {
          id: null,
          workOrderId: null,
          userId: null,
          userName: null,
          timeIn: '2026-05-13T12:00:00Z',
          timeOut: '2026-05-13T13:00:00Z',
          techsCount: null,
          workType: null,
        },
      ],
    });
  });
});

describe('a read-back', () => {
  test.each([[{}], [null], [{ value: null }], [{ value: {} }], [{ Value: [] }], ['']])(
    'that is %j says nothing about what was recorded',
    async (value) => {
      const { client } = answering(value);
      expect(await client.checkInActivity(5)).toMatchObject({ kind: 'unknown', why: 'unreadable' });
      expect(await client.workActivities(5)).toMatchObject({ kind: 'unknown', why: 'unreadable' });
    },
  );

  test('that is a page says nothing about what was recorded', async () => {
    const { client } = rig(() => plain(200, HTML));
    expect(await client.checkInActivity(5)).toMatchObject({ kind: 'unknown', why: 'not-servicechannel' });
  });

  test.each([[{ value: [] }], [[]]])('that is %j says that nothing was', async (answer) => {
    expect(await answering(answer).client.workActivities(5)).toEqual({ kind: 'ok', value: [] });
  });

  test.each([
    ['OData has them', (rows: readonly object[]) => ({ '@odata.context': 'x', value: rows })],
    ['the vendor’s Swagger file has them', (rows: readonly object[]) => rows],
  ])('has its rows where %s', async (_, answer) => {
    const activity = { Id: 7, WorkOrderId: 5, TimeIn: '2026-05-13T11:00:00Z', Extra: { deep: [1] } };
    expect(await answering(answer([activity])).client.workActivities(5)).toMatchObject({
      kind: 'ok',
      value: [{ id: '7', timeOut: null }],
    });
    expect(await answering(answer([activity])).client.ownActivities('a', 'b', 1)).toMatchObject({
      value: [{ id: '7', timeOut: null }],
    });
    const line = { Id: 8, Action: 'CheckIn', Dto: '2026-05-13T11:00:00Z' };
    expect(await answering(answer([line])).client.checkInActivity(5)).toMatchObject({
      value: [{ id: '8', direction: 'in' }],
    });
    expect(await answering(answer([{ Id: 107002896 }, {}])).client.ordersOf('OPEN', 0)).toMatchObject({
      value: { orders: [{ id: 107002896 }], rows: 2, count: null },
    });
    expect(await answering(answer([{ Id: 3, FullName: 'Ana' }])).client.users(0)).toMatchObject({
      value: { users: [{ userId: 3, name: 'Ana' }] },
    });
  });

  test.each([null, undefined, '', '0001-01-01T00:00:00', '0001-01-01T00:00:00Z'])(
    'with an end of %j is of an activity that is open',
    async (TimeOut) => {
      const activity = { Id: 7, TimeIn: '2026-05-13T11:00:00Z', TimeOut };
      expect(await answering({ value: [activity] }).client.workActivities(5)).toMatchObject({
        value: [{ timeIn: '2026-05-13T11:00:00Z', timeOut: null }],
      });
    },
  );
});

describe('the codes that a work order holds', () => {
  const HELD = { codes: [{ id: 4012, text: 'New drain' }], rootCauses: [{ id: 5001, text: null }] };

  test.each([
    [
      'as the vendor names them',
      { resolutionCodes: [{ Key: 4012, Text: 'New drain' }], rootCause: { Key: 5001 } },
    ],
    [
      'with large letters',
      { ResolutionCodes: [{ Key: 4012, Text: 'New drain' }], RootCauses: [{ Key: 5001 }] },
    ],
  ])('are read %s', async (_name, body) => {
    expect(await answering(body).client.codesHeld(5)).toEqual({ kind: 'ok', value: HELD });
  });

  test('are none where the lists are empty or null', async () => {
    const { client } = answering({ resolutionCodes: null, rootCause: null, rootCauses: [] });
    expect(await client.codesHeld(5)).toEqual({ kind: 'ok', value: { codes: [], rootCauses: [] } });
  });

  test.each([[{}], [[]], [{ Message: 'No HTTP resource was found' }], ['']])(
    'are not known from an answer without them: %j',
    async (body) => {
      expect(await answering(body).client.codesHeld(5)).toMatchObject({ kind: 'unknown', why: 'unreadable' });
    },
  );
});

test('an order whose notes are null has none; an answer without them is none', async () => {
  expect(await answering({ Notes: null, AllNotesCount: 0 }).client.notesPage(1, 1)).toEqual({
    kind: 'ok',
    value: { notes: [], rows: 0, count: 0 },
  });
  expect(await answering({ AllNotesCount: 0 }).client.notesPage(1, 1)).toMatchObject({ why: 'unreadable' });
});
