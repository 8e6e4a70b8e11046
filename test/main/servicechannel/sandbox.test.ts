import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createClient } from '../../../main/servicechannel/client.ts';
import { createOAuthClient } from '../../../main/servicechannel/oauth.ts';
import { Secrets } from '../../../main/servicechannel/secrets.ts';
import type { ConfigChange } from '../../sandbox/config.ts';
import { DEMO_CLIENT, DEMO_USER } from '../../sandbox/data-users.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { authorizer, CHECK_IN, CHECK_OUT, NOW, openPacer } from './support.ts';

const MAIN_STREET = 107_002_896;
const NO_NETWORK_STACK = { read: fetch, write: fetch, beforeWrite: async () => {} };

/** The client on the sandbox over Node's fetch, signed in with tokens that need no token call. */
async function connect(config: ConfigChange = {}, deadline?: () => AbortSignal) {
  const running = await startSandbox({ now: () => NOW, config });
  onTestFinished(running.close);
  for (const token of ['first-token', 'second-token'])
    running.sandbox.state.accessTokens.set(token, {
      userId: DEMO_USER.id,
      clientId: DEMO_CLIENT.id,
      expiresAt: Number.POSITIVE_INFINITY,
    });
  const dates: number[] = [];
  const common = {
    transport: { ...NO_NETWORK_STACK },
    pacer: openPacer(),
    secrets: new Secrets(),
    timeoutSeconds: () => 10,
    now: () => NOW,
    stamp: () => NOW,
    deadline,
  };
  const auth = authorizer();
  const client = createClient({
    ...common,
    apiUrl: running.apiUrl,
    authorizer: auth,
    onServerDate: (server) => dates.push(server),
  });
  const oauthAs = (clientSecret: string) =>
    createOAuthClient({ ...common, loginUrl: running.url, clientId: DEMO_CLIENT.id, clientSecret });
  return { ...running, client, oauthAs, auth, dates };
}

describe('a visit', () => {
  test('is recorded and read back', async () => {
    const { client, sandbox, dates } = await connect();
    const into = await client.checkIn(MAIN_STREET, CHECK_IN);
    const out = await client.checkOut(MAIN_STREET, CHECK_OUT);
    expect(into).toMatchObject({ kind: 'ok' });
    expect(out).toEqual(into);
    expect(sandbox.reports.map(({ body }) => JSON.parse(body))).toEqual([CHECK_IN, CHECK_OUT]);
    expect(dates).toEqual([NOW, NOW]);
    const user = { userId: CHECK_IN.UserId, workType: 'Repair' };
    expect(await client.checkInActivity(MAIN_STREET)).toMatchObject({
      kind: 'ok',
      value: [
        { ...user, direction: 'in', userName: 'demo' },
        { ...user, direction: 'out' },
      ],
    });
    expect(await client.workActivities(MAIN_STREET)).toMatchObject({
      kind: 'ok',
      value: [{ ...user, techsCount: 2, timeIn: new Date(CHECK_IN.CheckInTime).toISOString() }],
    });
    expect(await client.workOrder(MAIN_STREET)).toMatchObject({
      kind: 'ok',
      value: { id: MAIN_STREET, statusPrimary: 'IN PROGRESS', statusExtended: 'PARTS ON ORDER' },
    });
  });

  test('can be finished by a status', async () => {
    const { client, sandbox } = await connect();
    await client.checkIn(MAIN_STREET, CHECK_IN);
    const status = { primary: 'COMPLETED', extended: null, note: 'All done' };
    expect(await client.setStatus(MAIN_STREET, status)).toEqual({ kind: 'ok', value: null });
    expect(sandbox.state.workOrders.find(({ id }) => id === MAIN_STREET)?.status.primary).toBe('COMPLETED');
  });
});

test('a work order brings its lists, and the user their profile', async () => {
  const { client } = await connect();
  const order = await client.workOrder(MAIN_STREET);
  if (order.kind !== 'ok') throw new Error(order.kind);
  const { subscriberId, callDate, street } = order.value;
  expect(callDate).toMatch(/T.*[+-]\d\d:\d\d$/);
  expect(street).not.toBeNull();
  expect(await client.workTypes(subscriberId ?? 0)).toMatchObject({
    kind: 'ok',
    value: expect.arrayContaining([{ id: 1, name: 'Repair' }]),
  });
  expect(await client.statuses(MAIN_STREET, subscriberId)).toMatchObject({
    kind: 'ok',
    value: expect.arrayContaining([expect.objectContaining({ name: 'Completed' })]),
  });
  expect(await client.profile()).toMatchObject({ kind: 'ok', value: { userId: DEMO_USER.id } });
});

describe('a repair', () => {
  const HARBOR = 107_002_911;
  const hour = (n: number) => new Date(NOW - n * 3_600_000).toISOString();
  const body = { WorkTypeId: 1, CheckInDate: hour(3), CheckOutDate: hour(2) };
  const done = { kind: 'ok', value: null };

  test('adds a work activity, corrects it and deletes it again', async () => {
    const { client, sandbox } = await connect();
    expect(await client.addActivity(HARBOR, body)).toEqual(done);
    const [activity] = sandbox.state.activities;
    const id = String(activity?.id);
    const times = { CheckInDate: hour(4), CheckOutDate: hour(1) };
    expect(await client.correctActivity(HARBOR, id, times)).toEqual(done);
    expect(activity?.timeIn).toBe(Date.parse(times.CheckInDate));
    expect(await client.deleteActivity(HARBOR, id)).toEqual(done);
    expect(sandbox.state.activities).toEqual([]);
  });

  test('that would overlap another is refused in words', async () => {
    const { client } = await connect();
    await client.addActivity(HARBOR, body);
    expect(await client.addActivity(HARBOR, body)).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'overlap' },
    });
  });

  test('tells the client by a note, which is read back', async () => {
    const { client } = await connect();
    expect(await client.addNote(HARBOR, 'We were there.')).toEqual(done);
    expect(await client.notes(HARBOR)).toEqual({ kind: 'ok', value: ['We were there.'] });
  });

  test.each([
    ['a page', { answer: { status: 200, body: '<html>', contentType: 'text/html' } }],
    ['any JSON', { answer: { status: 200, body: {} } }],
    ['no content', { answer: { status: 204 } }],
    ['no answer', { drop: true }],
  ])('that meets %s may or may not be recorded', async (_, fault) => {
    const { client, sandbox } = await connect();
    for (const path of ['workactivities', 'notes']) sandbox.faults.add({ method: 'POST', path, ...fault });
    expect(await client.addActivity(HARBOR, body)).toMatchObject({ kind: 'unknown' });
    expect(await client.addNote(HARBOR, 'We were there.')).toMatchObject({ kind: 'unknown' });
  });
});

describe('a refusal', () => {
  test.each([false, true])('is understood, its codes as names: %s', async (errorCodesAsNames) => {
    const { client } = await connect({ errorCodesAsNames });
    const refused = (reason: string) => ({ kind: 'refused', refusal: { reason, httpStatus: 400 } });
    const early = { ...CHECK_IN, CheckInTime: '2026-05-01T08:00:00Z' };
    expect(await client.checkIn(1, CHECK_IN)).toMatchObject(refused('not-found'));
    expect(await client.checkIn(107_003_001, CHECK_IN)).toMatchObject(refused('completed'));
    expect(await client.checkIn(107_003_003, CHECK_IN)).toMatchObject(refused('closed-for-check-in'));
    expect(await client.checkIn(MAIN_STREET, early)).toMatchObject(refused('out-of-date'));
    expect(await client.checkIn(MAIN_STREET, { ...CHECK_IN, WorkTypeId: 99 })).toMatchObject(
      refused('work-type'),
    );
    expect(await client.checkOut(MAIN_STREET, CHECK_OUT)).toMatchObject(refused('not-checked-in'));
  });
});

describe('a fault on the way', () => {
  const checkIn = { path: 'universalCheckIn' };

  test.each([
    ['a dropped answer', { drop: true }, 'broken', 1],
    ['half an answer', { truncate: true }, 'broken', 1],
    ['a failing server', { answer: { status: 503 } }, 'server-error', 0],
    [
      'a page',
      { answer: { status: 200, body: '<html>', contentType: 'text/html' } },
      'not-servicechannel',
      0,
    ],
    ['a redirect', { redirect: '/login' }, 'not-servicechannel', 0],
  ])('leaves open whether it was recorded: %s', async (_, fault, why, records) => {
    const { client, sandbox } = await connect();
    sandbox.faults.add({ ...checkIn, ...fault });
    expect(await client.checkIn(MAIN_STREET, CHECK_IN)).toMatchObject({ kind: 'unknown', why });
    expect(sandbox.reports).toHaveLength(records);
    expect(sandbox.requests.filter(({ path }) => path.includes(checkIn.path))).toHaveLength(1);
  });

  test('leaves open whether it was recorded: an answer after the deadline', async () => {
    const late = new AbortController();
    const { client, sandbox } = await connect({}, () => late.signal);
    sandbox.faults.add({ ...checkIn, delayMs: 60_000 });
    const recorded = vi.waitFor(() => expect(sandbox.reports).toHaveLength(1), { timeout: 60_000 });
    void recorded.finally(() => late.abort());
    expect(await client.checkIn(MAIN_STREET, CHECK_IN)).toMatchObject({ kind: 'unknown', why: 'timeout' });
    expect(sandbox.reports).toHaveLength(1);
  });

  test('is no doubt when no server is there', async () => {
    const { client, close } = await connect();
    await close();
    expect(await client.checkIn(MAIN_STREET, CHECK_IN)).toMatchObject({ kind: 'unsent', why: 'offline' });
  });

  test('by the rate limit says how long to wait', async () => {
    const { client } = await connect({ clientLimitPerMinute: 1 });
    await client.profile();
    const limited = { kind: 'unsent', why: 'rate-limit', retryAfterMs: 60_000 };
    expect(await client.checkIn(MAIN_STREET, CHECK_IN)).toMatchObject(limited);
  });

  test('by an expired token costs one refresh', async () => {
    const { client, sandbox, auth } = await connect();
    sandbox.state.accessTokens.delete('first-token');
    expect(await client.checkIn(MAIN_STREET, CHECK_IN)).toMatchObject({ kind: 'ok' });
    expect(auth.renewals).toEqual(['first-token']);
    expect(sandbox.reports).toHaveLength(1);
  });
});

describe('sign-in', () => {
  test('gives tokens for a password and for the refresh token that came with them', async () => {
    const { oauthAs } = await connect({ tokenIntervalSeconds: 0, expiresInAsString: true });
    const oauth = oauthAs(DEMO_CLIENT.secret);
    const granted = await oauth.passwordGrant(DEMO_USER.userName, DEMO_USER.password);
    if (granted.kind !== 'ok') throw new Error(granted.kind);
    expect(granted.tokens.expiresInSeconds).toBe(600);
    expect(await oauth.refreshGrant(granted.tokens.refreshToken ?? '')).toMatchObject({ kind: 'ok' });
  });

  test('tells a wrong password, a wrong client and too many calls apart', async () => {
    const { oauthAs } = await connect();
    const oauth = oauthAs(DEMO_CLIENT.secret);
    expect(await oauth.passwordGrant('demo', 'wrong')).toMatchObject({ kind: 'denied', why: 'grant' });
    expect(await oauth.passwordGrant('demo', 'demo')).toMatchObject({ kind: 'wait' });
    expect(await oauthAs('wrong').passwordGrant('demo', 'demo')).toMatchObject({
      kind: 'denied',
      why: 'client',
    });
  });
});
