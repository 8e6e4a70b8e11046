import { expect, test } from 'vitest';
import { at, MAIN_STREET, type Rig, startRig } from './support.ts';
import { DAY, HOUR, MINUTE } from './times.ts';

/** A refused request must leave nothing behind. */
async function expectRefused(
  rig: Rig,
  path: string,
  body: unknown,
  status: number,
  code: number,
  message: RegExp,
) {
  const answer = await rig.api('POST', path, body);
  expect([answer.status, answer.json]).toEqual([
    status,
    { ErrorCodes: [code], ErrorCode: code, ErrorMessage: expect.stringMatching(message) },
  ]);
  expect(rig.sandbox.reports).toEqual([]);
  expect(rig.sandbox.state.activities).toEqual([]);
}

const checkIn = (id: number | string) => `/workorders/${id}/universalCheckIn`;
const checkOut = (id: number | string) => `/workorders/${id}/universalCheckOut`;

test.each([
  ['an unknown field', { Comment: 'x' }, /Comment is unknown/],
  ['a field in other letters', { workTypeId: 1 }, /workTypeId is unknown/],
  ['a latitude', { Latitude: 39.8 }, /Latitude is a coordinate/],
  ['a longitude', { Longitude: -89.6 }, /Longitude is a coordinate/],
  ['a work type in text', { WorkTypeId: '1' }, /WorkTypeId must be a number/],
  ['an unknown work type', { WorkTypeId: 21 }, /Work type 21 is not found/],
  ['half a technician', { TechsCount: 1.5 }, /TechsCount must be a whole number/],
  ['no technician', { TechsCount: 0 }, /TechsCount must be at least 1/],
  ['1000 technicians', { TechsCount: 1000 }, /TechsCount must be at most 999/],
  ['technicians in text', { TechsCount: '2' }, /TechsCount must be a number/],
  ['a user in text', { UserId: 'demo' }, /UserId must be a number/],
  ['an unknown user', { UserId: 99 }, /User 99 is not found/],
  ['a null', { UserId: null }, /UserId/],
])('%s is refused on the way in and out', async (_, body, message) => {
  const rig = await startRig();
  await expectRefused(rig, checkIn(MAIN_STREET), body, 400, 503, message);
  await expectRefused(rig, checkOut(MAIN_STREET), body, 400, 503, message);
});

test.each([
  ['without an offset', '2026-05-13T15:00:00'],
  ['a day that does not exist', '2026-02-30T15:00:00Z'],
  ['an hour that does not exist', '2026-05-13T24:01:00Z'],
  ['a plain day', '2026-05-13'],
  ['a number', 1_778_000_000],
  ['words', 'now'],
])('a time %s is refused', async (_, time) => {
  const rig = await startRig();
  await expectRefused(rig, checkIn(MAIN_STREET), { CheckInTime: time }, 400, 503, /^CheckInTime must be/);
  await expectRefused(rig, checkOut(MAIN_STREET), { CheckOutTime: time }, 400, 503, /^CheckOutTime must be/);
});

test.each([
  [{ PrimaryStatus: 'COMPLETED' }, /PrimaryStatus must be one of/],
  [{ PrimaryStatus: 1 }, /PrimaryStatus must be one of/],
  [{ ActionStatus: 'Pause' }, /ActionStatus must be/],
  [{ Resolution: 5 }, /Resolution must be a text/],
  [{ ExtendedStatus: 8 }, /ExtendedStatus must be a text/],
  [{ CheckInTime: at(0) }, /CheckInTime is unknown/],
])('a check-out with %o is refused', async (body, message) => {
  const rig = await startRig();
  await expectRefused(rig, checkOut(MAIN_STREET), body, 400, 503, message);
});

test.each(['', 'null', '[]', '{"WorkTypeId":1', 'WorkTypeId=1'])('a body %o is refused', async (body) => {
  const rig = await startRig();
  await rig.api('GET', '/users/current/profile');
  const answer = await rig.send(`/v3${checkIn(MAIN_STREET)}`, {
    method: 'POST',
    headers: { authorization: 'Bearer test-demo', 'content-type': 'application/json' },
    body,
  });
  expect([answer.status, answer.json]).toEqual([400, expect.objectContaining({ ErrorCode: 503 })]);
});

test('a body that is not said to be JSON is refused', async () => {
  const rig = await startRig();
  await rig.api('GET', '/users/current/profile');
  const headers = { authorization: 'Bearer test-demo', 'content-type': 'text/plain' };
  const answer = await rig.send(`/v3${checkIn(MAIN_STREET)}`, { method: 'POST', headers, body: '{}' });
  expect(answer.json).toMatchObject({
    ErrorCode: 503,
    ErrorMessage: expect.stringContaining('Content-Type'),
  });
});

test.each([
  ['not found', 999, 502, 502],
  ["another company's", 107003023, 502, 502],
  ['zero', 0, 917, 917],
  ['above int32', 2_147_483_648, 917, 917],
  ['letters', 'abc', 917, 917],
  ['completed', 107003001, 921, 921],
  ['invoiced', 107003003, 924, 925],
  ['voided', 107003004, 924, 925],
  ['cancelled', 107003005, 924, 925],
  ['premature', 107003006, 503, 503],
  ['an expired maintenance order', 107003007, 924, 925],
  ['a premature maintenance order', 107003008, 924, 925],
  ['without XML permission: location needed', 107003011, 503, 503],
  ['without XML permission: 804', 107003012, 804, 804],
  ['of a client not in the GPS programme', 107003014, 924, 925],
  ['out of range', 107003017, 941, 942],
  ['an invalid tracking number', 107003019, 917, 917],
])('a work order that is %s refuses both', async (_, id, codeIn, codeOut) => {
  const rig = await startRig();
  await expectRefused(rig, checkIn(id), {}, 400, codeIn, /./);
  await expectRefused(rig, checkOut(id), {}, 400, codeOut, /./);
});

test('the refusals that share a code are told apart by their message', async () => {
  const rig = await startRig();
  await expectRefused(rig, checkIn(107003011), {}, 400, 503, /^Provide your location/);
  await expectRefused(rig, checkIn(107003006), {}, 400, 503, /premature/);
  await expectRefused(rig, checkOut(MAIN_STREET), {}, 400, 503, /^User has not checked in$/);
  await expectRefused(rig, checkIn(107003007), {}, 400, 924, /expired/);
  await expectRefused(rig, checkIn(107003014), {}, 400, 924, /IVR/);
  await expectRefused(rig, checkIn(107003003), {}, 400, 924, /invoiced/);
});

test('a permission may be refused as 401 with 504, and a work order may be processed already (405)', async () => {
  const rig = await startRig();
  await expectRefused(rig, checkIn(107003013), {}, 401, 504, /./);
  const processed = await rig.api('POST', checkIn(107003018), {});
  expect([processed.status, processed.json]).toEqual([405, { ErrorMessage: expect.any(String) }]);
});

test('a coordinate does not help without the permission', async () => {
  const rig = await startRig();
  await expectRefused(rig, checkIn(107003011), { Latitude: 1, Longitude: 2 }, 400, 503, /coordinate/);
});

test('COMPLETED / PENDING CONFIRMATION and a GPS denial still take check-ins', async () => {
  const rig = await startRig();
  for (const id of [107003002, 107003020, 107003022]) {
    expect((await rig.api('POST', checkIn(id), {})).status).toBe(200);
    expect((await rig.api('POST', checkOut(id), { PrimaryStatus: 'InProgress' })).status).toBe(200);
  }
});

test('the time windows, to the minute', async () => {
  const rig = await startRig();
  const old = 107003010;
  await expectRefused(rig, checkIn(old), { CheckInTime: at(-7 * DAY - MINUTE) }, 400, 503, /out of date/);
  await expectRefused(
    rig,
    checkIn(old),
    { CheckInTime: at(DAY + MINUTE) },
    400,
    503,
    /close to current location/,
  );
  await expectRefused(
    rig,
    checkIn(MAIN_STREET),
    { CheckInTime: at(-6 * DAY - MINUTE) },
    400,
    503,
    /premature/,
  );
  await expectRefused(rig, checkOut(old), { CheckOutTime: at(-7 * DAY - MINUTE) }, 400, 503, /out of date/);
  for (const time of [-7 * DAY, DAY]) {
    expect((await rig.api('POST', checkIn(old), { CheckInTime: at(time) })).status).toBe(200);
  }
  expect((await rig.api('POST', checkIn(MAIN_STREET), { CheckInTime: at(-6 * DAY) })).status).toBe(200);
});

test('a maintenance order takes what lies between its call and its expiration', async () => {
  const rig = await startRig();
  const expired = 107003007;
  expect((await rig.api('POST', checkIn(expired), { CheckInTime: at(-2 * DAY) })).status).toBe(200);
  expect((await rig.api('POST', checkOut(expired), { CheckOutTime: at(-DAY) })).status).toBe(200);
  expect((await rig.api('POST', checkIn(107003009), {})).status).toBe(200);
});

test('a check-out before its check-in, or of more people than came, is refused and leaves it open', async () => {
  const rig = await startRig();
  await rig.api('POST', checkIn(MAIN_STREET), { CheckInTime: at(-HOUR) });
  const before = await rig.api('POST', checkOut(MAIN_STREET), { CheckOutTime: at(-HOUR - 1) });
  expect(before.json).toMatchObject({ ErrorCode: 503 });
  const more = await rig.api('POST', checkOut(MAIN_STREET), { TechsCount: 2 });
  expect(more.json).toMatchObject({ ErrorCode: 503, ErrorMessage: expect.stringContaining('TechsCount') });
  expect((await rig.api('POST', checkOut(MAIN_STREET), { CheckOutTime: at(-HOUR) })).status).toBe(200);
});

test.each([
  ['of another primary status', MAIN_STREET, { PrimaryStatus: 'InProgress', ExtendedStatus: 'CONFIRMED' }],
  ['beside no status change', MAIN_STREET, { ExtendedStatus: 'NONSENSE' }],
  ['implied but not on the list', 107003015, { PrimaryStatus: 'PartsOnOrder' }],
])('an extended status %s is 904 and leaves the visit open', async (_, id, body) => {
  const rig = await startRig();
  await rig.api('POST', checkIn(id), {});
  expect((await rig.api('POST', checkOut(id), body)).json).toMatchObject({
    ErrorCode: 904,
    ErrorCodes: [904],
  });
  expect((await rig.api('POST', checkOut(id), {})).status).toBe(200);
});

test('a status that needs a resolution is refused without one', async () => {
  const rig = await startRig();
  const id = 107003016;
  await rig.api('POST', checkIn(id), {});
  const without = await rig.api('POST', checkOut(id), { PrimaryStatus: 'Incomplete', Resolution: ' ' });
  expect(without.json).toMatchObject({ ErrorCode: 503, ErrorMessage: expect.stringContaining('Resolution') });
  const body = { PrimaryStatus: 'Incomplete', Resolution: 'Back tomorrow' };
  expect((await rig.api('POST', checkOut(id), body)).status).toBe(200);
});

test('codes can be the names of the reference', async () => {
  const rig = await startRig({ errorCodesAsNames: true });
  expect((await rig.api('POST', checkIn(999), {})).json).toMatchObject({
    ErrorCodes: ['WorkOrderNotFound'],
    ErrorCode: 'WorkOrderNotFound',
  });
});

test('other methods are 405 and other paths 404', async () => {
  const rig = await startRig();
  expect((await rig.api('GET', checkIn(MAIN_STREET))).status).toBe(405);
  expect((await rig.api('POST', `/workorders/${MAIN_STREET}/checkin`, {})).status).toBe(404);
  expect((await rig.send(`/workorders/${MAIN_STREET}`)).status).toBe(404);
});
