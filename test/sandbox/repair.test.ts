import { expect, test } from 'vitest';
import { at, field, MAIN_STREET, type Rig, startRig } from './support.ts';
import { DAY, HOUR } from './times.ts';

/** In progress from the start, scheduled 3 days ago. */
const HARBOR = 107002911;
const ACTIVITIES = `/workorders/${HARBOR}/workactivities`;
const STATUS = `/workorders/${MAIN_STREET}/status`;
const NOTES = `/workorders/${MAIN_STREET}/notes`;

function pair(from: number, to: number) {
  return { CheckInDate: at(from), CheckOutDate: at(to) };
}

async function listed(rig: Rig): Promise<unknown> {
  return (await rig.api('GET', `/odata/workorders(${HARBOR})/workactivities`)).json;
}

test('a completed pair is recorded for the caller, once, and is no check-in', async () => {
  const rig = await startRig();
  const answer = await rig.api('POST', ACTIVITIES, { WorkTypeId: 1, ...pair(-3 * HOUR, -2 * HOUR) });
  expect([answer.status, answer.json]).toEqual([201, { Id: expect.any(Number) }]);
  expect(await listed(rig)).toMatchObject({
    value: [
      {
        Id: field(answer, 'Id'),
        TimeIn: at(-3 * HOUR),
        TimeOut: at(-2 * HOUR),
        User: { Id: 1544987 },
        TechsCount: 1,
        HasCheckInInfo: false,
      },
    ],
  });
  const events = await rig.api(
    'GET',
    `/odata/workorders(${HARBOR})/Service.CheckInActivity(loadBlocked=false)`,
  );
  expect(events.json).toEqual({ value: [] });
});

test('it records what the check-in calls refuse as out of date', async () => {
  const rig = await startRig();
  const id = 107003010;
  await rig.api('POST', `/workorders/${id}/universalCheckIn`, { CheckInTime: at(-HOUR) });
  const answer = await rig.api('POST', `/workorders/${id}/workactivities`, pair(-10 * DAY, -10 * DAY + HOUR));
  expect(answer.status).toBe(201);
});

test.each([
  ['out before in', { ...pair(-HOUR, -2 * HOUR) }, 503],
  ['before the scheduled date', pair(-3 * DAY - 1, -2 * DAY), 503],
  ['more than a day ahead', pair(0, DAY + 1), 503],
  ['an unknown work type', { WorkTypeId: 11, ...pair(-HOUR, 0) }, 503],
  ['a UserId', { UserId: 1544988, ...pair(-HOUR, 0) }, 503],
  ['a TechsCount', { TechsCount: 2, ...pair(-HOUR, 0) }, 503],
  ['no check-out', { CheckInDate: at(-HOUR) }, 503],
  ['no offset', { CheckInDate: '2026-05-13T10:00:00', CheckOutDate: at(0) }, 503],
])('an activity with %s is refused', async (_, body, code) => {
  const rig = await startRig();
  const answer = await rig.api('POST', ACTIVITIES, body);
  expect([answer.status, answer.json]).toEqual([400, expect.objectContaining({ ErrorCode: code })]);
  expect(await listed(rig)).toEqual({ value: [] });
});

test('only while the work order is In Progress', async () => {
  const rig = await startRig();
  const body = pair(-HOUR, 0);
  expect((await rig.api('POST', `/workorders/${MAIN_STREET}/workactivities`, body)).json).toMatchObject({
    ErrorCode: 924,
  });
  expect((await rig.api('POST', '/workorders/107003001/workactivities', body)).json).toMatchObject({
    ErrorCode: 921,
  });
  expect((await rig.api('POST', '/workorders/107003003/workactivities', body)).json).toMatchObject({
    ErrorCode: 924,
  });
});

test('nothing is corrected or removed once the work order is completed', async () => {
  const rig = await startRig();
  const id = field(await rig.api('POST', ACTIVITIES, pair(-2 * HOUR, -HOUR)), 'Id');
  await rig.api('PUT', `/workorders/${HARBOR}/status`, { Status: { Primary: 'COMPLETED', Extended: '' } });
  const corrected = await rig.api('PUT', `${ACTIVITIES}/${id}`, pair(-3 * HOUR, -HOUR));
  expect(corrected.json).toMatchObject({ ErrorCode: 921 });
  expect((await rig.api('DELETE', `${ACTIVITIES}?workactivityIds=${id}`)).json).toMatchObject({
    ErrorCode: 921,
  });
  expect(await listed(rig)).toMatchObject({ value: [{ TimeIn: at(-2 * HOUR), IsTimeEdited: false }] });
});

test('an overlap is 1186, also with an open check-in elsewhere; touching and colleagues are fine', async () => {
  const rig = await startRig();
  await rig.api('POST', ACTIVITIES, pair(-6 * HOUR, -5 * HOUR));
  expect((await rig.api('POST', ACTIVITIES, pair(-5.5 * HOUR, -4 * HOUR))).json).toMatchObject({
    ErrorCode: 1186,
  });
  expect((await rig.api('POST', ACTIVITIES, pair(-5 * HOUR, -4 * HOUR))).status).toBe(201);
  expect((await rig.api('POST', ACTIVITIES, pair(-5.5 * HOUR, -4 * HOUR), 'second')).status).toBe(201);
  await rig.api('POST', `/workorders/${MAIN_STREET}/universalCheckIn`, { CheckInTime: at(-HOUR) });
  expect((await rig.api('POST', ACTIVITIES, pair(-0.5 * HOUR, 0))).json).toMatchObject({ ErrorCode: 1186 });
});

test('times are corrected under the same rules, and the record says so', async () => {
  const rig = await startRig();
  await rig.api('POST', `/workorders/${HARBOR}/universalCheckIn`, { CheckInTime: at(-5 * HOUR) });
  const id = rig.sandbox.state.activities[0]?.id;
  const answer = await rig.api('PUT', `${ACTIVITIES}/${id}`, pair(-4 * HOUR, -3 * HOUR));
  expect([answer.status, answer.json]).toEqual([200, { Id: id }]);
  expect(await listed(rig)).toMatchObject({
    value: [{ TimeIn: at(-4 * HOUR), TimeOut: at(-3 * HOUR), IsTimeEdited: true }],
  });
  const other = await rig.api('POST', ACTIVITIES, pair(-2 * HOUR, -HOUR));
  const overlap = await rig.api('PUT', `${ACTIVITIES}/${field(other, 'Id')}`, pair(-3.5 * HOUR, -HOUR));
  expect(overlap.json).toMatchObject({ ErrorCode: 1186 });
  const backwards = await rig.api('PUT', `${ACTIVITIES}/${id}`, pair(-3 * HOUR, -4 * HOUR));
  expect(backwards.json).toMatchObject({ ErrorCode: 503 });
});

test('an activity is removed with its check-in', async () => {
  const rig = await startRig();
  await rig.api('POST', `/workorders/${HARBOR}/universalCheckIn`, {});
  const id = rig.sandbox.state.activities[0]?.id;
  const answer = await rig.api('DELETE', `${ACTIVITIES}?workactivityIds=${id}`);
  expect([answer.status, answer.text]).toEqual([204, '']);
  expect(await listed(rig)).toEqual({ value: [] });
  expect((await rig.api('DELETE', `${ACTIVITIES}?workactivityIds=${id}`)).json).toMatchObject({
    ErrorCode: 502,
  });
  // The id in the path, as in an older client.
  expect((await rig.api('DELETE', `${ACTIVITIES}/${id}`)).status).toBe(405);
  expect((await rig.api('DELETE', ACTIVITIES)).json).toMatchObject({ ErrorCode: 503 });
});

test("others' activities are for administrators", async () => {
  const rig = await startRig();
  const id = field(await rig.api('POST', ACTIVITIES, pair(-2 * HOUR, -HOUR), 'second'), 'Id');
  const body = pair(-3 * HOUR, -HOUR);
  expect((await rig.api('PUT', `${ACTIVITIES}/${id}`, body)).json).toMatchObject({ ErrorCode: 804 });
  expect((await rig.api('DELETE', `${ACTIVITIES}?workactivityIds=${id}`)).json).toMatchObject({
    ErrorCode: 804,
  });
  expect((await rig.api('PUT', `${ACTIVITIES}/${id}`, body, 'admin')).status).toBe(200);
  expect((await rig.api('DELETE', `${ACTIVITIES}?workactivityIds=${id}`, undefined, 'admin')).status).toBe(
    204,
  );
});

test('a status is set without a check-out, with its note', async () => {
  const rig = await startRig();
  const body = { Status: { Primary: 'IN PROGRESS', Extended: 'Parts on order' }, Note: 'Screws' };
  expect((await rig.api('PUT', STATUS, body)).status).toBe(200);
  expect((await rig.api('GET', `/workorders/${MAIN_STREET}`)).json).toMatchObject({
    Status: { Primary: 'IN PROGRESS', Extended: 'PARTS ON ORDER' },
  });
  expect((await rig.api('GET', NOTES)).json).toMatchObject({
    Notes: [{ NoteData: 'Screws', CreatedBy: 'Dana Demo' }, {}],
  });
  expect((await rig.api('PUT', STATUS, { Status: { Primary: 'COMPLETED', Extended: '' } })).status).toBe(200);
  expect((await rig.api('PUT', STATUS, body)).json).toMatchObject({ ErrorCode: 921 });
  expect(rig.sandbox.reports.map((report) => report.kind)).toEqual(['status', 'status']);
});

test.each([
  ['an extended status of another', { Status: { Primary: 'OPEN', Extended: 'INCOMPLETE' } }, 904],
  ['an unknown primary status', { Status: { Primary: 'PAUSED', Extended: '' } }, 503],
  ['no extended status', { Status: { Primary: 'OPEN' } }, 503],
  ['an unknown field', { Status: { Primary: 'OPEN', Extended: '' }, Reason: 'x' }, 503],
  ['no status', { Note: 'x' }, 503],
])('a status change with %s is refused', async (_, body, code) => {
  const rig = await startRig();
  expect((await rig.api('PUT', STATUS, body)).json).toMatchObject({ ErrorCode: code });
  expect(rig.sandbox.reports).toEqual([]);
});

test('a status change needs the right, a resolution where one is demanded, and an order not invoiced', async () => {
  const rig = await startRig();
  const body = { Status: { Primary: 'IN PROGRESS', Extended: 'INCOMPLETE' } };
  expect((await rig.api('PUT', STATUS, body, 'limited')).json).toMatchObject({ ErrorCode: 804 });
  expect((await rig.api('PUT', '/workorders/107003016/status', body)).json).toMatchObject({ ErrorCode: 503 });
  expect((await rig.api('PUT', '/workorders/107003003/status', body)).json).toMatchObject({ ErrorCode: 924 });
});

test('where a client takes Completed only with an extended status, a check-out has its own', async () => {
  const rig = await startRig();
  const order = '/workorders/107003025';
  const set = (Extended: string) =>
    rig.api('PUT', `${order}/status`, { Status: { Primary: 'COMPLETED', Extended } });
  expect((await set('')).json).toMatchObject({ ErrorCode: 904 });
  expect((await set('Pending confirmation')).status).toBe(200);
  await rig.api('POST', `${order}/universalCheckIn`, {});
  await rig.api('POST', `${order}/universalCheckOut`, { PrimaryStatus: 'Completed' });
  expect((await rig.api('GET', order)).json).toMatchObject({ Status: { Extended: 'PENDING CONFIRMATION' } });
});

test('both times of an activity are corrected together', async () => {
  const rig = await startRig();
  const id = field(await rig.api('POST', ACTIVITIES, pair(-2 * HOUR, -HOUR)), 'Id');
  const { CheckInDate } = pair(-3 * HOUR, -HOUR);
  const answer = await rig.api('PUT', `${ACTIVITIES}/${id}`, { CheckInDate });
  expect(answer.json).toMatchObject({ ErrorCode: 503 });
});

test('notes come newest first, by pages', async () => {
  const rig = await startRig();
  for (const Note of ['one', 'two']) {
    expect((await rig.api('POST', NOTES, { Note, MailedTo: '' })).status).toBe(201);
  }
  expect((await rig.api('GET', `${NOTES}?paging=1:2`)).json).toMatchObject({
    Notes: [{ NoteData: 'two', DateCreated: at(0), CreatedBy: 'Dana Demo' }, { NoteData: 'one' }],
    AllNotesCount: 3,
  });
  expect((await rig.api('GET', `${NOTES}?paging=2:2`)).json).toMatchObject({ Notes: [{ Id: 7001 }] });
  expect((await rig.api('GET', `${NOTES}?paging=0:2`)).json).toMatchObject({ ErrorCode: 503 });
  expect((await rig.api('POST', NOTES, { Note: '  ' })).json).toMatchObject({ ErrorCode: 503 });
  expect((await rig.api('POST', NOTES, { Note: 'x', Visibility: 1 })).json).toMatchObject({ ErrorCode: 503 });
});
