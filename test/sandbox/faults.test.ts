import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { FaultInput } from './faults.ts';
import { createSandbox } from './sandbox.ts';
import { at, MAIN_STREET, NOON, type Rig, startRig } from './support.ts';
import { DAY } from './times.ts';

const IN = `/workorders/${MAIN_STREET}/universalCheckIn`;

function checkIn(rig: Rig) {
  return rig.api('POST', IN, {});
}

/** Arms a fault as a test in another process does. */
async function arm(rig: Rig, fault: FaultInput | FaultInput[]): Promise<void> {
  const answer = await rig.send('/__sandbox/faults', { method: 'POST', body: JSON.stringify(fault) });
  expect(answer.status).toBe(200);
}

test.each([
  ['before', 'never', 0],
  ['after', 'before', 1],
] as const)('a connection dropped %s recording', async (_, record, recorded) => {
  const rig = await startRig();
  await arm(rig, { method: 'POST', path: 'universalCheckIn', drop: true, record });
  await expect(checkIn(rig)).rejects.toThrow();
  expect(rig.sandbox.reports).toHaveLength(recorded);
  expect(rig.sandbox.requests.map((request) => request.status)).toEqual([null]);
  expect((await checkIn(rig)).status).toBe(200);
});

test('an answer cut off in its middle, after recording', async () => {
  const rig = await startRig();
  await arm(rig, { path: 'universalCheckIn', truncate: true });
  await expect(checkIn(rig)).rejects.toThrow();
  expect(rig.sandbox.reports).toHaveLength(1);
});

test.each([
  [
    'a maintenance page',
    { status: 503, body: '<h1>Down</h1>', contentType: 'text/html' },
    503,
    '<h1>Down</h1>',
  ],
  ['an empty body', { status: 200 }, 200, ''],
  ['other JSON', { status: 200, body: { MechanicId: 'x' } }, 200, '{"MechanicId":"x"}'],
] as const)('%s instead of the answer, with and without recording', async (_, answer, status, text) => {
  const rig = await startRig();
  await arm(rig, [
    { path: 'universalCheckIn', answer },
    { path: 'universalCheckIn', answer, record: 'before' },
  ]);
  const unrecorded = await checkIn(rig);
  expect([unrecorded.status, unrecorded.text, rig.sandbox.reports.length]).toEqual([status, text, 0]);
  const recorded = await checkIn(rig);
  expect([recorded.status, recorded.text, rig.sandbox.reports.length]).toEqual([status, text, 1]);
});

test('headers and redirects', async () => {
  const rig = await startRig();
  await arm(rig, [
    { path: 'profile', answer: { status: 429, headers: { 'Retry-After': '7' } } },
    { path: 'profile', redirect: 'http://127.0.0.1:1/login' },
  ]);
  const limited = await rig.api('GET', '/users/current/profile');
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
  const moved = await rig.api('GET', '/users/current/profile');
  expect([moved.status, moved.headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/login']);
});

test('a clock that is off shows in the Date header, the time windows and the default time', async () => {
  const rig = await startRig();
  expect((await checkIn(rig)).headers.get('date')).toBe('Wed, 13 May 2026 17:00:00 GMT');
  await arm(rig, { path: 'universal', clockSeconds: -120, times: 2 });
  const late = await rig.api('POST', IN, { CheckInTime: at(DAY) });
  expect(late.headers.get('date')).toBe('Wed, 13 May 2026 16:58:00 GMT');
  expect(late.json).toMatchObject({
    ErrorCode: 503,
    ErrorMessage: expect.stringContaining('close to current'),
  });
  await checkIn(rig);
  expect(rig.sandbox.state.activities.at(-1)?.timeIn).toBe(NOON - 120_000);
  rig.sandbox.configure({ clockOffsetSeconds: 60 });
  expect((await rig.api('GET', '/users/current/profile')).headers.get('date')).toBe(
    'Wed, 13 May 2026 17:01:00 GMT',
  );
});

test('a fault strikes as often as it says, after skipping what it says, and only what it is meant for', async () => {
  const rig = await startRig();
  const gone = { status: 500 };
  await arm(rig, {
    method: 'post',
    pattern: '/\\d+/universalCheckIn$',
    body: '"TechsCount":2',
    skip: 1,
    times: 2,
    answer: gone,
  });
  const statuses: number[] = [];
  for (const TechsCount of [1, 2, 2, 1, 2, 2]) {
    statuses.push((await rig.api('POST', IN, { TechsCount })).status);
  }
  expect(statuses).toEqual([200, 200, 500, 200, 500, 200]);
  await arm(rig, { path: 'profile', times: 0, answer: gone });
  for (let sent = 0; sent < 3; sent += 1)
    expect((await rig.api('GET', '/users/current/profile')).status).toBe(500);
  await rig.send('/__sandbox/faults', { method: 'DELETE' });
  expect((await rig.api('GET', '/users/current/profile')).status).toBe(200);
});

test('a fault that skips a request leaves it to the next one', async () => {
  const rig = await startRig();
  await arm(rig, [
    { path: 'profile', skip: 1, answer: { status: 501 } },
    { path: 'profile', answer: { status: 502 } },
  ]);
  const statuses: number[] = [];
  for (let sent = 0; sent < 3; sent += 1)
    statuses.push((await rig.api('GET', '/users/current/profile')).status);
  expect(statuses).toEqual([502, 501, 200]);
});

test('the token endpoint can fail too', async () => {
  const rig = await startRig();
  await arm(rig, {
    path: '/oauth/token',
    answer: { status: 502, body: 'Bad gateway', contentType: 'text/plain' },
  });
  expect((await rig.token({ grant_type: 'password', username: 'demo', password: 'demo' })).status).toBe(502);
});

test('a delay over HTTP holds the answer back, and closing does not wait for it', async () => {
  const rig = await startRig();
  await arm(rig, [
    { path: 'universalCheckIn', delayMs: 20 },
    { path: 'universalCheckIn', delayMs: 1_000_000 },
  ]);
  expect((await checkIn(rig)).status).toBe(200);
  // Never answered: the sandbox is closed at the test's end while this waits.
  const waiting = checkIn(rig);
  waiting.catch(() => undefined);
  await expect.poll(() => rig.sandbox.reports.length).toBe(2);
});

test.each([
  ['before', 1, 1],
  ['after', 0, 1],
  ['never', 0, 0],
] as const)('in process, a delayed request is recorded %s its delay', (record, early, late) => {
  const sandbox = createSandbox({ now: () => NOON });
  const expiresAt = Number.POSITIVE_INFINITY;
  sandbox.state.accessTokens.set('t', { userId: 1544987, clientId: 'onsite-demo', expiresAt });
  sandbox.addFault({ path: 'universalCheckIn', delayMs: 31_000, record });
  const exchange = sandbox.handle({
    method: 'POST',
    url: `/v3${IN}`,
    headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
    body: '{}',
  });
  expect([exchange.delayMs, sandbox.reports.length]).toEqual([31_000, early]);
  const ending = exchange.finish();
  expect(sandbox.reports.length).toBe(late);
  expect(ending.kind).toBe(record === 'never' ? 'dropped' : 'reply');
});

test.each([{ times: -1 }, { pattern: '(' }, { unknown: true }, { answer: { status: 42 } }])(
  'a malformed fault %o is told',
  async (fault) => {
    const rig = await startRig();
    const answer = await rig.send('/__sandbox/faults', { method: 'POST', body: JSON.stringify(fault) });
    expect([answer.status, answer.json]).toEqual([400, { error: expect.any(String) }]);
  },
);

test('reads that lag miss what was just recorded, and show an older state until they have caught up', async () => {
  const rig = await startRig({ replicaLagSeconds: 30 });
  const activities = async () => {
    const answer = await rig.api('GET', `/odata/workorders(${MAIN_STREET})/workactivities`);
    return v.parse(v.object({ value: v.array(v.object({ TimeOut: v.nullable(v.string()) })) }), answer.json)
      .value;
  };
  await checkIn(rig);
  rig.pass(20_000);
  expect(await activities()).toEqual([]);
  await rig.api('POST', `/workorders/${MAIN_STREET}/universalCheckOut`, { ActionStatus: 'Cancel' });
  rig.pass(10_000);
  expect(await activities()).toEqual([{ TimeOut: null }]);
  rig.pass(20_000);
  expect(await activities()).toEqual([{ TimeOut: expect.any(String) }]);
});

test('a change from outside is seen as late by reads, and a new work order is not found until then', async () => {
  const rig = await startRig({ replicaLagSeconds: 30 });
  const [order] = rig.sandbox.state.workOrders;
  if (order) rig.sandbox.state.workOrders.push({ ...order, id: 5 });
  expect((await rig.api('GET', '/workorders/5')).status).toBe(404);
  rig.pass(30_000);
  expect((await rig.api('GET', '/workorders/5')).status).toBe(200);
});
