import { describe, expect, test } from 'vitest';
import type { Vault } from '../../../main/account/vault.ts';
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
  PROFILE,
  rig,
  SECRET_ACCOUNT,
  TOKEN_ACCOUNT,
} from './support.ts';

describe('signing in', () => {
  test('keeps session and secret in the vault, and who it is beside them; the password nowhere', async () => {
    const { session, chain, remembered } = rig();
    expect(await session.signIn(CONNECTION, 'tech', 'pa55word')).toEqual({ kind: 'ok' });
    expect(session.person).toEqual(PERSON);
    expect(session.sender).toMatchObject({
      userId: 1544987,
      authUserId: 8544987,
      userNames: ['tech', 'Tech.First'],
      server: CONNECTION.apiUrl,
    });
    expect(session.hasSecret).toBe(true);
    expect(Object.fromEntries(chain.entries)).toEqual({
      [TOKEN_ACCOUNT]: 'refresh-1',
      [SECRET_ACCOUNT]: 's3cret',
    });
    expect(JSON.stringify(remembered)).not.toMatch(/s3cret|refresh|access|pa55word/);
    expect(JSON.stringify([...chain.entries])).not.toContain('pa55word');
  });

  test('uses a secret that was typed beforehand and is kept in the vault', async () => {
    const { session, chain } = rig();
    const { loginUrl, clientId } = CONNECTION;
    await session.keepSecret(loginUrl, clientId, 'typed');
    expect(chain.entries.get(SECRET_ACCOUNT)).toBe('typed');
    expect([session.hasSecret, await session.secretFor(loginUrl, clientId)]).toEqual([true, 'typed']);
  });

  test('with the policy’s secret keeps no secret', async () => {
    const { session, chain } = rig({ givenSecret: 's3cret' });
    await session.signIn(CONNECTION, 'tech', 'pa55word');
    expect([...chain.entries.keys()]).toEqual([TOKEN_ACCOUNT]);
  });

  test.each<GrantAnswer>([
    denied,
    { kind: 'denied', why: 'client', message: '' },
    { kind: 'not-now', message: 'Down.', detail: 'HTTP 503' },
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

describe('a sign-in that waits', () => {
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  test('for a host that hangs says so, and is cancelled at once', async () => {
    const app = rig({ grants: [new Promise(() => undefined)] });
    const answer = app.session.signIn(CONNECTION, 'tech', 'pa55word');
    await settled();
    expect(app.session.signingIn).toEqual({ until: null, inBrowser: false });
    app.session.cancelSignIn();
    expect(await answer).toEqual({ kind: 'cancelled' });
    expect([app.session.signingIn, app.session.person, app.chain.log]).toEqual([null, null, []]);
    expect(app.signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  test('for a 429 of the token endpoint says until when, and signs in then', async () => {
    const app = rig({ grants: [{ kind: 'wait', seconds: 3600 }, granted(2)] });
    const answer = app.session.signIn(CONNECTION, 'tech', 'pa55word');
    await settled();
    expect(app.session.signingIn).toEqual({ until: app.now() + 3_600_000, inBrowser: false });
    app.waits[0]?.end();
    expect(await answer).toEqual({ kind: 'ok' });
    expect(app.calls).toHaveLength(2);
    expect(app.session.signingIn).toBeNull();
  });

  test('for a 429 of the API asks for no token before', async () => {
    const app = rig();
    app.blocked.until = app.now() + 3_600_000;
    const answer = app.session.signIn(CONNECTION, 'tech', 'pa55word');
    await settled();
    expect(app.session.signingIn).toEqual({ until: app.blocked.until, inBrowser: false });
    expect(app.calls).toEqual([]);
    app.waits[0]?.end();
    expect(await answer).toEqual({ kind: 'ok' });
  });

  test('for a 429 of the API at its last step takes new tokens then', async () => {
    const limited = { ...OFFLINE, why: 'rate-limit', retryAfterMs: 900_000 } as const;
    const profiles = [limited];
    const app = rig({
      grants: [granted(1), granted(2)],
      profile: async () => profiles.pop() ?? { kind: 'ok', value: PROFILE },
    });
    const answer = app.session.signIn(CONNECTION, 'tech', 'pa55word');
    await settled();
    expect(app.session.signingIn).toEqual({ until: app.now() + 900_000, inBrowser: false });
    app.waits[0]?.end();
    expect(await answer).toEqual({ kind: 'ok' });
    expect(app.chain.entries.get(TOKEN_ACCOUNT)).toBe('refresh-2');
  });

  test('and is cancelled asks nothing more when its time has come', async () => {
    const app = rig({ grants: [{ kind: 'wait', seconds: 3600 }] });
    const answer = app.session.signIn(CONNECTION, 'tech', 'pa55word');
    await settled();
    app.session.cancelSignIn();
    expect(await answer).toEqual({ kind: 'cancelled' });
    await settled();
    expect(app.calls).toHaveLength(1);
  });

  test('gives way to the next one', async () => {
    const app = rig({ grants: [new Promise(() => undefined), granted(2)] });
    const first = app.session.signIn(CONNECTION, 'tech', 'pa55word');
    await settled();
    expect(await app.session.signIn(CONNECTION, 'other', 'pa55word')).toEqual({ kind: 'ok' });
    expect(await first).toEqual({ kind: 'cancelled' });
    expect(app.session.person?.userName).toBe('other');
  });

  test('for the keychain does not: that may hang', async () => {
    const chain = keychain();
    const app = rig({ vault: { ...chain.vault, set: () => new Promise(() => undefined) } });
    expect(await app.session.signIn(CONNECTION, 'tech', 'pa55word')).toEqual({ kind: 'ok' });
    expect(await app.authorizer().token()).toEqual({ kind: 'ok', token: 'access-1' });
  });
});

describe('a keychain that is locked at the start', () => {
  const locked = () => {
    const chain = keychain(KEPT);
    let isLocked = true;
    const get: Vault['get'] = (account) =>
      isLocked ? Promise.reject(new Error('locked')) : chain.vault.get(account);
    const app = rig({ keychain: chain, vault: { ...chain.vault, get }, person: PERSON });
    return { ...app, unlock: () => (isLocked = false) };
  };

  test('is not taken for an ended session, and asked again later', async () => {
    const { session, unlock } = locked();
    await session.restore();
    expect([session.locked, session.restoring, session.sender]).toEqual([true, false, null]);
    unlock();
    await session.restore();
    expect(session.locked).toBe(false);
    expect(session.sender).toMatchObject({ userId: PERSON.userId });
  });

  test('is not asked again after a sign-in', async () => {
    const { session, unlock } = locked();
    await session.restore();
    await session.signIn(CONNECTION, 'tech', 'pa55word');
    const { sender } = session;
    unlock();
    await session.restore();
    expect([session.locked, session.sender]).toEqual([false, sender]);
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

  test('takes the client’s secret with it', async () => {
    const app = rig({ keychain: keychain(KEPT), person: PERSON });
    await app.session.restore();
    await app.session.signOut();
    expect([...app.chain.entries.keys()]).toEqual([]);
    expect(app.session.hasSecret).toBe(false);
  });

  test('leaves alone a secret that policy gives', async () => {
    const app = rig({ keychain: keychain(KEPT), person: PERSON, givenSecret: 's3cret' });
    await app.session.restore();
    await app.session.signOut();
    expect([...app.chain.entries.keys()]).toEqual([SECRET_ACCOUNT]);
  });

  test('that the keychain does not follow says so, and is done at the next start', async () => {
    const chain = keychain(KEPT);
    const failing = { ...chain.vault, delete: () => Promise.reject(new Error('locked')) };
    const app = rig({ keychain: chain, vault: failing, person: PERSON });
    await app.session.restore();
    await app.session.signOut();
    expect([app.session.person, app.remembered.person]).toEqual([null, null]);
    expect(app.chain.log.at(-1)).toBe('still in the keychain');
    expect(app.remembered.left).toEqual([TOKEN_ACCOUNT, SECRET_ACCOUNT]);
    const next = rig({ keychain: chain, left: app.remembered.left });
    await next.session.restore();
    await new Promise((resolve) => setImmediate(resolve));
    expect([...chain.entries.keys()]).toEqual([]);
    expect([next.remembered.left, next.chain.log.at(-1)]).toEqual([[], 'all deleted']);
  });

  test('is on disk before the keychain is asked: a crash there leaves no key behind', async () => {
    const chain = keychain(KEPT);
    const never = { ...chain.vault, delete: () => new Promise<never>(() => undefined) };
    const app = rig({ keychain: chain, vault: never, person: PERSON });
    await app.session.restore();
    void app.session.signOut();
    expect(app.remembered).toEqual({ person: null, left: [TOKEN_ACCOUNT, SECRET_ACCOUNT] });
  });

  test('that was left is not made good against somebody who signs in again', async () => {
    const chain = keychain(KEPT);
    const app = rig({ keychain: chain, left: [TOKEN_ACCOUNT, SECRET_ACCOUNT] });
    await app.session.signIn(CONNECTION, 'tech', 'pa55word');
    const next = rig({ keychain: chain, left: app.remembered.left, person: app.remembered.person });
    await next.session.restore();
    expect(next.session.sender).not.toBeNull();
    expect(chain.entries.get(TOKEN_ACCOUNT)).toBe('refresh-1');
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
