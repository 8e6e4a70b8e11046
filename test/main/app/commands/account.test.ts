import { describe, expect, test } from 'vitest';
import { accountHandlers } from '../../../../main/app/commands/account.ts';
import { HOSTS } from '../../../../main/servicechannel/hosts.ts';
import type { GrantAnswer } from '../../../../main/servicechannel/oauth.ts';
import type { Policy } from '../../../../main/storage/policy.ts';
import { SettingsStore } from '../../../../main/storage/settings.ts';
import { connectionView } from '../../../../main/views/connection.ts';
import type { CommandError, SignInRequest } from '../../../../preload/contract.ts';
import { CONNECTION, rig as sessionRig } from '../../account/support.ts';
import { OFFLINE } from '../../fake-client.ts';
import { dataFolder } from '../../storage/support.ts';
import { WINDOW } from '../support.ts';

const REQUEST: SignInRequest = {
  userName: ' tech ',
  password: ' pa55word ',
  clientId: ' client-1 ',
  clientSecret: 's3cret',
  environment: 'sandbox',
};

function rig(given: Parameters<typeof sessionRig>[0] = {}, policy: Policy = { state: 'none' }) {
  const settings = new SettingsStore(dataFolder(), policy);
  const app = sessionRig(given);
  const handlers = accountHandlers(
    settings,
    { session: app.session, sendNow: async () => 0 },
    () => undefined,
  );
  return {
    ...app,
    settings,
    signIn: (over = {}) => handlers['session:sign-in']({ ...REQUEST, ...over }, WINDOW),
    handlers,
  };
}

describe('signing in', () => {
  test('uses what was typed, the password as it is, and keeps the connection when it has worked', async () => {
    const { signIn, calls, connections, settings } = rig();
    expect(await signIn()).toEqual({ ok: true, value: null });
    expect(calls).toEqual(['password tech  pa55word ']);
    const connection = { ...HOSTS.sandbox, clientId: 'client-1', clientSecret: 's3cret' };
    expect(connections[0]).toEqual(connection);
    expect(settings.get('apiUrl')).toBe(HOSTS.sandbox.apiUrl);
    expect(connectionView(settings, true)).toMatchObject({
      clientId: 'client-1',
      hasSecret: true,
      environment: 'sandbox',
    });
  });

  test('uses the secret that is kept where none was typed', async () => {
    const { signIn, connections, chain } = rig();
    chain.entries.set('sb2login.servicechannel.com client client-1', 'kept');
    await signIn({ clientSecret: '' });
    expect(connections[0]).toMatchObject({ clientSecret: 'kept' });
  });

  test('uses the policy’s connection, whatever was typed', async () => {
    const values = { clientId: 'ours', apiUrl: CONNECTION.apiUrl, loginUrl: CONNECTION.loginUrl };
    const { signIn, connections, settings } = rig({}, { state: 'read', path: 'p', values });
    await signIn();
    expect(connections[0]).toMatchObject(values);
    expect(connectionView(settings, false)).toEqual({
      signIn: 'password',
      clientId: 'ours',
      hasSecret: false,
      environment: 'custom',
      locked: { clientId: true, clientSecret: false, environment: true },
    });
  });

  test.each([{ clientId: ' ' }, { clientSecret: '' }])('without a client asks nobody: %j', async (over) => {
    const { signIn, calls } = rig();
    expect(await signIn(over)).toEqual({ ok: false, error: { code: 'wrong-client', message: '' } });
    expect(calls).toEqual([]);
  });

  test.each<[GrantAnswer, CommandError]>([
    [
      { kind: 'denied', why: 'grant', message: 'Locked.' },
      { code: 'wrong-password', message: 'Locked.' },
    ],
    [
      { kind: 'denied', why: 'client', message: '' },
      { code: 'wrong-client', message: '' },
    ],
    [
      { kind: 'not-now', message: 'Down.', detail: 'HTTP 503' },
      { code: 'not-now', message: 'Down.' },
    ],
    [{ kind: 'cancelled' }, { code: 'cancelled' }],
    [OFFLINE, { code: 'offline' }],
    [{ kind: 'unknown', why: 'timeout', detail: '' }, { code: 'offline' }],
    [{ kind: 'unknown', why: 'unreadable', detail: '' }, { code: 'unreadable' }],
  ])('that fails says why and keeps nothing: %j', async (answer, error) => {
    const { signIn, settings, session } = rig({ grants: [answer] });
    const result = await signIn();
    expect(result).toEqual({ ok: false, error });
    expect(JSON.stringify(result)).not.toMatch(/pa55word|s3cret/);
    expect([settings.get('clientId'), session.person]).toEqual(['', null]);
  });

  test('says what ServiceChannel says who refuses the profile', async () => {
    const refusal = { reason: 'permission', message: 'No', httpStatus: 401, codes: ['504'] } as const;
    const { signIn } = rig({ profile: async () => ({ kind: 'refused', refusal }) });
    expect(await signIn()).toEqual({ ok: false, error: { code: 'refused', problem: refusal } });
  });
});

test('signing out ends the session', async () => {
  const { signIn, handlers, session } = rig();
  await signIn();
  expect(await handlers['session:sign-out'](null, WINDOW)).toEqual({ ok: true, value: null });
  expect(session.person).toBeNull();
});
