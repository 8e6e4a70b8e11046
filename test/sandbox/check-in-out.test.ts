import { expect, test } from 'vitest';
import { type Answer, at, MAIN_STREET, type Rig, startRig } from './support.ts';
import { HOUR } from './times.ts';

const IN = `/workorders/${MAIN_STREET}/universalCheckIn`;
const OUT = `/workorders/${MAIN_STREET}/universalCheckOut`;
const SEED_IN = { WorkTypeId: 1, UserId: 1544987, TechsCount: 2, CheckInTime: at(-2 * HOUR) };
const SEED_OUT = {
  WorkTypeId: 1,
  PrimaryStatus: 'PartsOnOrder',
  ActionStatus: 'Complete',
  Resolution: 'We need more screws',
  UserId: 1544987,
  TechsCount: 2,
  CheckOutTime: at(-HOUR),
};

function statusOf(rig: Rig): unknown {
  return rig.sandbox.state.workOrders.find((order) => order.id === MAIN_STREET)?.status;
}

async function activitiesOf(rig: Rig): Promise<unknown> {
  return (await rig.api('GET', `/odata/workorders(${MAIN_STREET})/workactivities`)).json;
}

test("the seed's example: one MechanicId for the pair, status changes, and both read-backs tell it", async () => {
  const rig = await startRig();
  const checkIn = await rig.api('POST', IN, SEED_IN);
  expect([checkIn.status, checkIn.json]).toEqual([200, { MechanicId: expect.any(Number) }]);
  expect(statusOf(rig)).toEqual({ primary: 'IN PROGRESS', extended: 'ON SITE' });
  expect(await activitiesOf(rig)).toMatchObject({
    value: [{ TimeIn: at(-2 * HOUR), TimeOut: null, TechsCount: 2 }],
  });
  const checkOut = await rig.api('POST', OUT, SEED_OUT);
  expect([checkOut.status, checkOut.json]).toEqual([200, checkIn.json]);
  expect(statusOf(rig)).toEqual({ primary: 'IN PROGRESS', extended: 'PARTS ON ORDER' });
  expect(await activitiesOf(rig)).toEqual({
    value: [
      {
        Id: expect.any(Number),
        WorkOrderId: MAIN_STREET,
        TimeIn: at(-2 * HOUR),
        TimeOut: at(-HOUR),
        IsTimeEdited: false,
        User: { Id: 1544987 },
        ResolutionCode: 'We need more screws',
        WorkType: 'Repair',
        HasCheckInInfo: true,
        TechsCount: 2,
        Name: expect.stringContaining('Repair'),
      },
    ],
  });
  const events = await rig.api(
    'GET',
    `/odata/workorders(${MAIN_STREET})/Service.CheckInActivity(loadBlocked=false)`,
  );
  const common = {
    Id: expect.any(Number),
    User: { Id: 1544987, UserName: 'demo', FullName: 'Dana Demo' },
    WorkType: 'Repair',
    CheckInOutType: 'Common',
    Source: expect.any(String),
  };
  expect(events.json).toEqual({
    value: [
      {
        ...common,
        Date: '2026-05-13T15:00:00.000Z',
        Dto: '2026-05-13T10:00:00-05:00',
        Action: 'Check In',
        StatusNew: 'IN PROGRESS / ON SITE',
      },
      {
        ...common,
        Date: '2026-05-13T16:00:00.000Z',
        Dto: '2026-05-13T11:00:00-05:00',
        Action: 'Check Out',
        StatusNew: 'IN PROGRESS / PARTS ON ORDER',
      },
    ],
  });
});

test('every field has its default: repair, the current user, one technician, now, no status change, complete', async () => {
  const rig = await startRig();
  const first = await rig.api('POST', IN, {});
  rig.pass(HOUR);
  const second = await rig.api('POST', OUT, {});
  expect(second.json).toEqual(first.json);
  expect(statusOf(rig)).toEqual({ primary: 'IN PROGRESS', extended: 'ON SITE' });
  expect(await activitiesOf(rig)).toMatchObject({
    value: [{ TimeIn: at(0), TimeOut: at(HOUR), User: { Id: 1544987 }, WorkType: 'Repair', TechsCount: 1 }],
  });
});

test('a time with an offset is the same instant', async () => {
  const rig = await startRig();
  await rig.api('POST', IN, { CheckInTime: '2026-05-13T12:30:00+02:00' });
  expect(await activitiesOf(rig)).toMatchObject({ value: [{ TimeIn: '2026-05-13T10:30:00.000Z' }] });
});

test.each([
  ['NoStatusChange', { primary: 'IN PROGRESS', extended: 'ON SITE' }],
  ['InProgress', { primary: 'IN PROGRESS', extended: null }],
  ['WaitingForQuote', { primary: 'IN PROGRESS', extended: 'WAITING FOR QUOTE' }],
  ['PartsOnOrder', { primary: 'IN PROGRESS', extended: 'PARTS ON ORDER' }],
  ['Incomplete', { primary: 'IN PROGRESS', extended: 'INCOMPLETE' }],
  ['Completed', { primary: 'COMPLETED', extended: null }],
])('a repair checked out as %s sets %o', async (PrimaryStatus, expected) => {
  const rig = await startRig();
  await rig.api('POST', IN, {});
  expect((await rig.api('POST', OUT, { PrimaryStatus })).status).toBe(200);
  expect(statusOf(rig)).toEqual(expected);
});

test('an extended status that was chosen wins, in any case; Completed ignores it', async () => {
  const rig = await startRig();
  await rig.api('POST', IN, {});
  await rig.api('POST', OUT, { PrimaryStatus: 'Incomplete', ExtendedStatus: 'Dispatch confirmed' });
  expect(statusOf(rig)).toEqual({ primary: 'IN PROGRESS', extended: 'DISPATCH CONFIRMED' });
  await rig.api('POST', IN, {});
  await rig.api('POST', OUT, { PrimaryStatus: 'Completed', ExtendedStatus: 'PARTS ON ORDER' });
  expect(statusOf(rig)).toEqual({ primary: 'COMPLETED', extended: null });
});

test.each([
  ['Cancel', { ActionStatus: 'Cancel' }, {}],
  ['Travel', { WorkTypeId: 2 }, { WorkTypeId: 2 }],
  ['a custom type', { WorkTypeId: 11 }, { WorkTypeId: 11 }],
])('%s ignores the status and the resolution', async (_, out, checkIn) => {
  const rig = await startRig();
  await rig.api('POST', IN, checkIn);
  const answer = await rig.api('POST', OUT, { PrimaryStatus: 'Completed', Resolution: 'Done', ...out });
  expect(answer.status).toBe(200);
  expect(statusOf(rig)).toEqual({ primary: 'IN PROGRESS', extended: 'ON SITE' });
  expect(await activitiesOf(rig)).toMatchObject({ value: [{ ResolutionCode: '' }] });
});

test('a pause and a resume are two pairs, each with its own MechanicId', async () => {
  const rig = await startRig();
  const answers: Answer[] = [];
  for (const [path, body] of [
    [IN, { CheckInTime: at(-4 * HOUR) }],
    [OUT, { ActionStatus: 'Cancel', CheckOutTime: at(-3 * HOUR) }],
    [IN, { CheckInTime: at(-2 * HOUR) }],
    [OUT, { PrimaryStatus: 'Completed', CheckOutTime: at(-HOUR) }],
  ] as const) {
    answers.push(await rig.api('POST', path, body));
  }
  const ids = answers.map((answer) => JSON.stringify(answer.json));
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).toBe(ids[3]);
  expect(ids[0]).not.toBe(ids[2]);
  expect(rig.sandbox.reports.map((report) => report.kind)).toEqual([
    'check-in',
    'check-out',
    'check-in',
    'check-out',
  ]);
});

test('a second check-in of the same user makes a second record; a check-out closes the latest', async () => {
  const rig = await startRig();
  const first = await rig.api('POST', IN, { CheckInTime: at(-2 * HOUR) });
  const second = await rig.api('POST', IN, { CheckInTime: at(-HOUR) });
  expect(second.json).not.toEqual(first.json);
  expect((await rig.api('POST', OUT, {})).json).toEqual(second.json);
  expect(await activitiesOf(rig)).toMatchObject({ value: [{ TimeOut: null }, { TimeOut: at(0) }] });
});

test('a colleague is checked in and out by UserId; the current user is not', async () => {
  const rig = await startRig();
  await rig.api('POST', IN, { UserId: 1544988 });
  expect((await rig.api('POST', OUT, {})).json).toMatchObject({
    ErrorCode: 503,
    ErrorMessage: 'User has not checked in',
  });
  expect((await rig.api('POST', OUT, { UserId: 1544988 })).status).toBe(200);
  expect(rig.sandbox.reports.map(({ userId, sentBy }) => [userId, sentBy])).toEqual([
    [1544988, 1544987],
    [1544988, 1544987],
  ]);
});

test('a check-out without TechsCount says that one of two left: the other stays on site', async () => {
  const rig = await startRig();
  await rig.api('POST', IN, { TechsCount: 2 });
  await rig.api('POST', OUT, {});
  expect(await activitiesOf(rig)).toMatchObject({
    value: [
      { TechsCount: 1, TimeOut: at(0) },
      { TechsCount: 1, TimeOut: null },
    ],
  });
  expect((await rig.api('POST', OUT, {})).status).toBe(200);
});

test('MechanicId may be the work activity Id, or not', async () => {
  const apart = await startRig();
  const one = await startRig({ activityIdIsMechanicId: true });
  for (const [rig, same] of [
    [apart, false],
    [one, true],
  ] as const) {
    await rig.api('POST', IN, {});
    const activity = rig.sandbox.state.activities[0];
    expect(activity?.id === activity?.mechanicId).toBe(same);
  }
});

test('times in read-backs may lack their offset, and the words of Action may vary', async () => {
  const rig = await startRig({ readBackTimes: 'bareUtc', actionWords: { in: 'check-in', out: 'CheckOut' } });
  await rig.api('POST', IN, {});
  expect(await activitiesOf(rig)).toMatchObject({ value: [{ TimeIn: '2026-05-13T17:00:00.000' }] });
  rig.sandbox.configure({ readBackTimes: 'bareLocal' });
  expect(await activitiesOf(rig)).toMatchObject({ value: [{ TimeIn: '2026-05-13T12:00:00' }] });
  const events = await rig.api(
    'GET',
    `/odata/workorders(${MAIN_STREET})/Service.CheckInActivity(loadBlocked=false)`,
  );
  expect(events.json).toMatchObject({ value: [{ Action: 'check-in' }] });
});

test("a provider user's own activities, across work orders, by interval", async () => {
  const rig = await startRig();
  await rig.api('POST', IN, { CheckInTime: at(-26 * HOUR) });
  await rig.api('POST', OUT, { CheckOutTime: at(-25 * HOUR) });
  await rig.api('POST', '/workorders/107002931/universalCheckIn', { CheckInTime: at(-HOUR) });
  await rig.api('POST', IN, { UserId: 1544988, CheckInTime: at(-HOUR) });
  const list = (dtMin: string, dtMax: string, userId: number) =>
    rig.api(
      'GET',
      `/odata/workactivities/Service.ForTimeInterval(dtMin=${dtMin},dtMax=${dtMax},userId=${userId})`,
    );
  expect((await list('2026-05-12', '2026-05-14', 1544987)).json).toMatchObject({
    value: [{ WorkOrderId: MAIN_STREET }, { WorkOrderId: 107002931 }],
  });
  expect((await list('2026-05-13', '2026-05-14', 1544987)).json).toMatchObject({
    value: [{ WorkOrderId: 107002931 }],
  });
  expect((await list('2026-05-12', '2026-05-14', 1544988)).json).toMatchObject({ ErrorCode: 804 });
  expect((await list('yesterday', '2026-05-14', 1544987)).json).toMatchObject({ ErrorCode: 503 });
});
