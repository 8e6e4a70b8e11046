import { describe, expect, test } from 'vitest';
import type { GrantAnswer } from '../../../main/servicechannel/oauth.ts';
import { OFFLINE } from '../fake-client.ts';
import {
  CONNECTION,
  denied,
  ENDED,
  granted,
  held,
  KEPT,
  keychain,
  PERSON,
  rig,
  SECRET_ACCOUNT,
  TOKEN_ACCOUNT,
} from './support.ts';

describe('signing in', () => {
  test('keeps session and secret in the vault, and who it is beside them; the password nowhere', async () => {
    const { session, chain, remembered } = rig();
    expect(await session.signIn(CONNECTION, 'tech', 'pa55word')).toEqual({ kind: 'ok' });
    expect(session.person).toEqual(PERSON);
    expect(session.sender).toMatchObject({ userId: 1544987, userName: 'tech', server: CONNECTION.apiUrl });
    expect(session.hasSecret).toBe(true);
    expect(Object.fromEntries(chain.entries)).toEqual({
      [TOKEN_ACCOUNT]: 'refresh-1',
      [SECRET_ACCOUNT]: 's3cret',
    });
    expect(JSON.stringify(remembered)).not.toMatch(/s3cret|refresh|access|pa55word/);
    expect(JSON.stringify([...chain.entries])).not.toContain('pa55word');
  });

  test('with the policy’s secret keeps no secret', async () => {
    const { session, chain } = rig({ givenSecret: 's3cret' });
    await session.signIn(CONNECTION, 'tech', 'pa55word');
    expect([...chain.entries.keys()]).toEqual([TOKEN_ACCOUNT]);
  });

  test.each<GrantAnswer>([
    denied,
    { kind: 'denied', why: 'client', message: '' },
    { kind: 'wait', seconds: 5 },
    OFFLINE,
    { kind: 'unknown', why: 'timeout', detail: '' },
  ])('that fails ($kind) changes nothing', async (answer) => {
    const { session, chain } = rig({ grants: [answer] });
    expect(await session.signIn(CONNECTION, 'tech', 'pa55word')).toEqual(answer);
    expect([session.person, session.sender, chain.log]).toEqual([null, null, []]);
  });

  test('without a profile is no sign-in', async () => {
    const { session, chain } = rig({ profile: async () => OFFLINE });
    expect(await session.signIn(CONNECTION, 'tech', 'pa55word')).toEqual(OFFLINE);
    expect([session.person, session.sender, chain.log]).toEqual([null, null, []]);
  });

  test('uses the token that came with it, without another call', async () => {
    const { session, authorizer, calls } = rig();
    await session.signIn(CONNECTION, 'tech', 'pa55word');
    expect(await authorizer().token()).toEqual({ kind: 'ok', token: 'access-1' });
    expect(calls).toHaveLength(1);
  });
});

describe('a restart', () => {
  test('is still signed in, without a request', async () => {
    const { session, calls, connections } = rig({ keychain: keychain(KEPT), person: PERSON });
    expect([session.restoring, session.sender]).toEqual([true, null]);
    await session.restore();
    expect(session.restoring).toBe(false);
    expect(session.sender).toMatchObject({ userId: PERSON.userId, server: PERSON.apiUrl });
    expect(connections).toMatchObject([{ clientSecret: 's3cret' }]);
    expect(calls).toEqual([]);
  });

  test('fetches its first token when one is needed', async () => {
    const { session, authorizer, calls } = rig({ keychain: keychain(KEPT), person: PERSON });
    await session.restore();
    expect(await authorizer().token()).toEqual({ kind: 'ok', token: 'access-1' });
    expect(calls).toEqual(['refresh refresh-0']);
  });

  test.each([
    ['token', { [SECRET_ACCOUNT]: 's3cret' }, true],
    ['secret', { [TOKEN_ACCOUNT]: 'refresh-0' }, false],
  ])('without the %s asks for the password, and knows for whom', async (_, kept, hasSecret) => {
    const { session } = rig({ keychain: keychain(kept), person: PERSON });
    await session.restore();
    expect([session.person, session.sender, session.restoring]).toEqual([PERSON, null, false]);
    expect(session.hasSecret).toBe(hasSecret);
  });

  test('of nobody is nobody’s', async () => {
    const { session } = rig({ keychain: keychain(KEPT) });
    await session.restore();
    expect([session.person, session.sender, session.restoring]).toEqual([null, null, false]);
  });

  test('does not undo a sign-in that was quicker than the keychain', async () => {
    const slow = held<string | null>();
    const chain = keychain();
    const vault = { ...chain.vault, get: () => slow.promise };
    const { session } = rig({ vault, person: PERSON, keychain: chain });
    const restored = session.restore();
    await session.signIn(CONNECTION, 'other', 'pa55word');
    const { sender } = session;
    slow.release('refresh-0');
    await restored;
    expect(session.sender).toBe(sender);
  });

  test('does not undo a sign-out that was quicker than the keychain', async () => {
    const slow = held<string | null>();
    const { session } = rig({ vault: { ...keychain().vault, get: () => slow.promise }, person: PERSON });
    const restored = session.restore();
    await session.signOut();
    slow.release('refresh-0');
    await restored;
    expect([session.person, session.sender]).toEqual([null, null]);
  });
});

describe('signing out', () => {
  test('forgets the session here, in the vault and for the next run', async () => {
    const app = rig({ keychain: keychain(KEPT), person: PERSON });
    await app.session.restore();
    await app.session.signOut();
    expect([app.session.person, app.session.sender, app.remembered.person]).toEqual([null, null, null]);
    expect(app.chain.entries.has(TOKEN_ACCOUNT)).toBe(false);
    expect(await app.authorizer().token()).toMatchObject(ENDED);
    expect(app.calls).toEqual([]);
  });

  test('during a refresh keeps nothing of what that brings', async () => {
    const slow = held<GrantAnswer>();
    const app = rig({ keychain: keychain(KEPT), person: PERSON, grants: [slow.promise] });
    await app.session.restore();
    const token = app.authorizer().token();
    await app.session.signOut();
    slow.release(granted(1));
    expect(await token).toMatchObject(ENDED);
    expect(app.chain.entries.has(TOKEN_ACCOUNT)).toBe(false);
  });

  test('and in again is another sender, whose reports are its own', async () => {
    const app = rig();
    await app.session.signIn(CONNECTION, 'tech', 'pa55word');
    const first = app.session.sender;
    await app.session.signOut();
    await app.session.signIn(CONNECTION, 'tech', 'pa55word');
    expect(app.session.sender).not.toBe(first);
  });
});
