import { expect, test } from 'vitest';
import { type Answer, type Rig, startRig } from './support.ts';

function profile(rig: Rig, userName = 'demo'): Promise<Answer> {
  return rig.api('GET', '/users/current/profile', undefined, userName);
}

/** Has a token of the second client for a user whose first-client bearer is used up. */
function useSecondClient(rig: Rig, userName: string): Promise<Answer> {
  const userId = rig.sandbox.state.users.find((user) => user.userName === userName)?.id ?? 0;
  const bearer = 'test-second-client';
  const expiresAt = Number.POSITIVE_INFINITY;
  rig.sandbox.state.accessTokens.set(bearer, { userId, clientId: 'onsite-second', expiresAt });
  return rig.send('/v3/users/current/profile', { headers: { authorization: `Bearer ${bearer}` } });
}

test('the 41st request of a client in a minute is 429 and says when to come back', async () => {
  const rig = await startRig();
  expect((await profile(rig)).status).toBe(200);
  rig.pass(20_000);
  for (let sent = 1; sent < 40; sent += 1) expect((await profile(rig)).status).toBe(200);
  const refused = await profile(rig, 'second');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
  rig.pass(40_000);
  expect((await profile(rig)).status).toBe(200);
  expect((await profile(rig)).headers.get('retry-after')).toBe('20');
});

test('two clients of one company share its 80', async () => {
  const rig = await startRig({ companyLimitPerMinute: 3 });
  for (const name of ['demo', 'second', 'demo']) expect((await profile(rig, name)).status).toBe(200);
  expect((await useSecondClient(rig, 'demo')).status).toBe(429);
});

test('another client has its own 40', async () => {
  const rig = await startRig({ clientLimitPerMinute: 1 });
  expect((await profile(rig)).status).toBe(200);
  expect((await profile(rig)).status).toBe(429);
  expect((await useSecondClient(rig, 'demo')).status).toBe(200);
});

test('limits can be switched off, and control requests never count', async () => {
  const rig = await startRig({ clientLimitPerMinute: 2, companyLimitPerMinute: 0 });
  for (let sent = 0; sent < 5; sent += 1) expect((await rig.send('/__sandbox/reports')).status).toBe(200);
  expect((await profile(rig)).status).toBe(200);
  rig.sandbox.configure({ clientLimitPerMinute: 0 });
  for (let sent = 0; sent < 5; sent += 1) expect((await profile(rig)).status).toBe(200);
});

test('a refused check-in is not recorded', async () => {
  const rig = await startRig({ clientLimitPerMinute: 1 });
  await profile(rig);
  const answer = await rig.api('POST', '/workorders/107002896/universalCheckIn', {});
  expect([answer.status, rig.sandbox.reports]).toEqual([429, []]);
});
