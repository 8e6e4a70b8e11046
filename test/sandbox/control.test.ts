import { expect, test } from 'vitest';
import { type Answer, at, field, MAIN_STREET, type Rig, startRig } from './support.ts';
import { HOUR } from './times.ts';

const IN = `/workorders/${MAIN_STREET}/universalCheckIn`;

function post(rig: Rig, path: string, body: unknown = {}): Promise<Answer> {
  return rig.send(`/__sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
}

test('reports hold the exact body, the user and the time of arrival', async () => {
  const rig = await startRig();
  await rig.api('GET', '/users/current/profile');
  const body = '{ "TechsCount": 2,\n  "CheckInTime": "2026-05-13T16:00:00+00:00" }';
  await rig.send(`/v3${IN}`, {
    method: 'POST',
    headers: { authorization: 'Bearer test-demo', 'content-type': 'application/json' },
    body,
  });
  expect((await rig.send('/__sandbox/reports')).json).toEqual([
    {
      sequence: 1,
      kind: 'check-in',
      workOrderId: MAIN_STREET,
      userId: 1544987,
      sentBy: 1544987,
      mechanicId: expect.any(Number),
      receivedAt: at(0),
      method: 'POST',
      path: `/v3${IN}`,
      body,
    },
  ]);
});

test('every request is logged, without passwords and tokens of token calls', async () => {
  const rig = await startRig();
  await rig.token({ grant_type: 'password', username: 'demo', password: 'demo' });
  await rig.api('GET', '/workorders/999?x=y');
  expect((await rig.send('/__sandbox/requests')).json).toMatchObject([
    { path: '/oauth/token', body: 'grant_type=password&username=demo&password=redacted', status: 200 },
    {
      method: 'GET',
      path: '/v3/workorders/999?x=y',
      headers: { authorization: 'Bearer test-demo' },
      status: 400,
    },
  ]);
});

test('work orders, permissions and rights can be changed behind the back', async () => {
  const rig = await startRig();
  const refusal = async () => (await rig.api('POST', IN, {})).json;
  await post(rig, `workorders/${MAIN_STREET}`, { isInvoiced: true });
  expect(await refusal()).toMatchObject({ ErrorCode: 924 });
  await post(rig, `workorders/${MAIN_STREET}`, {
    isInvoiced: false,
    status: { primary: 'COMPLETED', extended: null },
  });
  expect(await refusal()).toMatchObject({ ErrorCode: 921 });
  await post(rig, `workorders/${MAIN_STREET}`, { status: { primary: 'OPEN', extended: null } });
  await post(rig, 'subscribers/2014917001', { xmlPermission: 'locationNeeded' });
  expect(await refusal()).toMatchObject({ ErrorCode: 503 });
  await post(rig, 'subscribers/2014917001', { xmlPermission: 'granted' });
  await post(rig, `workorders/${MAIN_STREET}`, { callDate: at(HOUR) });
  expect(await refusal()).toMatchObject({ ErrorCode: 503 });
  await post(rig, 'users/1544987', { canChangeStatus: false });
  const status = { Status: { Primary: 'OPEN', Extended: '' } };
  expect((await rig.api('PUT', `/workorders/${MAIN_STREET}/status`, status)).json).toMatchObject({
    ErrorCode: 804,
  });
  expect((await rig.send(`/__sandbox/workorders/${MAIN_STREET}`)).json).toMatchObject({
    callDate: Date.parse(at(HOUR)),
  });
});

test('a check-in made elsewhere can be checked out here, and is no report', async () => {
  const rig = await startRig();
  const body = { workOrderId: MAIN_STREET, userId: 1544987, timeIn: at(-HOUR) };
  const added = await post(rig, 'checkins', body);
  expect((await rig.send('/__sandbox/reports')).json).toEqual([]);
  const out = await rig.api('POST', `/workorders/${MAIN_STREET}/universalCheckOut`, {});
  expect(field(out, 'MechanicId')).toBe(field(added, 'mechanicId'));
  expect(out.status).toBe(200);
});

test('tokens can be ended', async () => {
  const rig = await startRig();
  const tokens = await rig.token({ grant_type: 'password', username: 'demo', password: 'demo' });
  const refresh = String(field(tokens, 'refresh_token'));
  await post(rig, 'tokens/expire', { refresh: true });
  const headers = { authorization: `Bearer ${field(tokens, 'access_token')}` };
  expect((await rig.send('/v3/users/current/profile', { headers })).status).toBe(401);
  rig.pass(6_000);
  const answer = await rig.token({ grant_type: 'refresh_token', refresh_token: refresh });
  expect(answer.json).toMatchObject({ error: 'invalid_grant' });
});

test('configuration is changed in part, and a reset brings everything back', async () => {
  const rig = await startRig({ accessTokenSeconds: 50 });
  expect((await post(rig, 'config', { tokenIntervalSeconds: 0 })).json).toMatchObject({
    accessTokenSeconds: 50,
    tokenIntervalSeconds: 0,
  });
  await post(rig, 'faults', { times: 0, drop: true });
  await post(rig, `workorders/${MAIN_STREET}`, { isInvoiced: true });
  await post(rig, 'reset');
  expect((await rig.send('/__sandbox/config')).json).toMatchObject({
    accessTokenSeconds: 50,
    tokenIntervalSeconds: 5,
  });
  expect((await rig.send('/__sandbox/requests')).json).toEqual([]);
  expect((await rig.api('POST', IN, {})).status).toBe(200);
});

test.each([
  ['workorders/1', {}],
  [`workorders/${MAIN_STREET}`, { colour: 'red' }],
  ['subscribers/2014917001', { xmlPermission: 'perhaps' }],
  ['config', { clientLimitPerMinute: 'many' }],
  ['config', { nonsense: 1 }],
  ['checkins', { workOrderId: MAIN_STREET, userId: 1, timeIn: 'yesterday' }],
])('a wrong control %s %o is told', async (path, body) => {
  const rig = await startRig();
  const answer = await post(rig, path, body);
  expect([answer.status, answer.json]).toEqual([400, { error: expect.any(String) }]);
});

test('an unknown control lists the known ones', async () => {
  const rig = await startRig();
  const answer = await post(rig, 'explode');
  expect([answer.status, answer.json]).toEqual([
    404,
    expect.objectContaining({ controls: expect.arrayContaining(['GET reports']) }),
  ]);
});
