import { expect, test } from 'vitest';
import { DEMO_CLIENT } from '../../sandbox/data-users.ts';
import { appRig, until } from './rig.ts';

/** A network that can be taken away. */
function network() {
  const net = { isUp: true };
  const request: typeof fetch = (input, init) =>
    net.isUp ? fetch(input, init) : Promise.reject(new TypeError('net::ERR_NAME_NOT_RESOLVED'));
  return { net, request };
}

const SECOND = {
  userName: 'second',
  password: 'second',
  clientId: DEMO_CLIENT.id,
  clientSecret: DEMO_CLIENT.secret,
  environment: 'custom',
} as const;

test('with nothing under way signing out leaves nothing', async () => {
  const { snapshot } = await appRig();
  expect((await snapshot()).signOut).toBeNull();
});

test('what waits is sent first, and then the user is signed out', async () => {
  const { net, request } = network();
  const { checkIn, send, snapshot, sandbox, core } = await appRig({ workdays: [] }, request);
  net.isUp = false;
  await checkIn();
  await until(() => core.outbox.offlineSince !== null);
  expect((await snapshot()).signOut).toEqual({ workOrderId: 107002896, waiting: 1 });
  net.isUp = true;
  expect(await send('session:send-and-sign-out', null)).toEqual({ ok: true, value: null });
  expect(sandbox.sandbox.state.activities).toHaveLength(1);
  expect((await snapshot()).account.state).toBe('signed-out');
});

test('what cannot be sent in 15 s is said, and the user stays signed in', async () => {
  const { net, request } = network();
  const { checkIn, send, snapshot, system, core } = await appRig({ workdays: [] }, request);
  net.isUp = false;
  await checkIn();
  await until(() => core.outbox.offlineSince !== null);
  const answer = send('session:send-and-sign-out', null);
  system.pass(15_000);
  expect(await answer).toEqual({ ok: false, error: { code: 'still-waiting', count: 1 } });
  expect((await snapshot()).account.state).toBe('signed-in');
});

test('another user sends nothing of hers and sees only that she is checked in; she comes back to her own', async () => {
  const { net, request } = network();
  const { checkIn, send, snapshot, sandbox, core, signIn } = await appRig({ workdays: [] }, request);
  net.isUp = false;
  await checkIn();
  await until(() => core.outbox.offlineSince !== null);
  await send('session:sign-out', null);
  net.isUp = true;
  expect(await send('session:sign-in', SECOND)).toEqual({ ok: true, value: null });
  core.outbox.kick();
  const seen = await snapshot();
  expect(seen.others).toEqual([{ userName: 'demo', isOnSite: true, waiting: 1, isLate: false }]);
  expect([seen.current, seen.recent, seen.problems, seen.receipt, seen.elsewhere]).toEqual([
    null,
    [],
    [],
    null,
    [],
  ]);
  expect(JSON.stringify({ ...seen, others: [] })).not.toContain('107002896');
  await checkIn('107002931');
  await until(() => sandbox.sandbox.state.activities.length === 1);
  expect(sandbox.sandbox.state.activities).toMatchObject([{ workOrderId: 107002931 }]);
  await send('session:sign-out', null);
  await signIn();
  await until(() => sandbox.sandbox.state.activities.length === 2);
  expect((await snapshot()).current).toMatchObject({ workOrderId: 107002896 });
});
