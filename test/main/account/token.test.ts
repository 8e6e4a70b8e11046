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
  TOKEN_ACCOUNT,
} from './support.ts';

const SIGN_IN_HOST = 'login.example';

describe('a token', () => {
  const restored = async (given: Parameters<typeof rig>[0] = {}) => {
    const app = rig({ keychain: keychain(KEPT), person: PERSON, ...given });
    await app.session.restore();
    return app;
  };

  test('is fetched once for all who wait', async () => {
    const app = await restored();
    const { token, renew } = app.authorizer();
    const all = await Promise.all([token(), token(), renew('access-0'), renew('')]);
    expect(all).toEqual(Array(4).fill({ kind: 'ok', token: 'access-1' }));
    expect(app.calls).toEqual(['refresh refresh-0']);
  });

  test('is renewed for who was refused with it, and not again for who comes late with the old one', async () => {
    const app = await restored();
    const { token, renew } = app.authorizer();
    await token();
    expect(await renew('access-1')).toEqual({ kind: 'ok', token: 'access-2' });
    expect(await renew('access-1')).toEqual({ kind: 'ok', token: 'access-2' });
    expect(app.calls).toHaveLength(2);
  });

  test('is renewed half a minute before it ends', async () => {
    const app = await restored();
    await app.authorizer().token();
    app.later(569_999);
    expect(await app.authorizer().token()).toMatchObject({ token: 'access-1' });
    app.later(1);
    expect(await app.authorizer().token()).toMatchObject({ token: 'access-2' });
  });

  test('of a short life is used for nine tenths of it', async () => {
    const app = await restored({ grants: [granted(1, { expiresInSeconds: 20 }), granted(2)] });
    await app.authorizer().token();
    app.later(17_999);
    expect(await app.authorizer().token()).toMatchObject({ token: 'access-1' });
    app.later(1);
    expect(await app.authorizer().token()).toMatchObject({ token: 'access-2' });
  });

  test('is used by nobody before the refresh token that came with it is kept', async () => {
    const slow = held<void>();
    const { vault, ...chain } = keychain(KEPT);
    const app = await restored({
      keychain: { vault, ...chain },
      vault: { ...vault, set: () => slow.promise },
    });
    const got: string[] = [];
    const { token, renew } = app.authorizer();
    const first = token().then(() => got.push('first'));
    await new Promise((resolve) => setImmediate(resolve));
    const others = [token(), renew('access-0')].map((asked) => asked.then(() => got.push('other')));
    await new Promise((resolve) => setImmediate(resolve));
    expect(app.calls).toEqual(['refresh refresh-0']);
    expect(got).toEqual([]);
    slow.release();
    await Promise.all([first, ...others]);
    expect(app.calls).toEqual(['refresh refresh-0']);
  });

  test('comes with a refresh token that replaces the old one', async () => {
    const app = await restored();
    await app.authorizer().token();
    await app.authorizer().renew('access-1');
    expect(app.calls).toEqual(['refresh refresh-0', 'refresh refresh-1']);
    expect(app.chain.entries.get(TOKEN_ACCOUNT)).toBe('refresh-2');
  });

  test('without a new refresh token leaves the old one in force', async () => {
    const app = await restored({ grants: [granted(1, { refreshToken: null })] });
    await app.authorizer().token();
    await app.authorizer().renew('access-1');
    expect(app.calls).toEqual(['refresh refresh-0', 'refresh refresh-0']);
    expect(app.chain.log).toEqual([]);
  });

  test('that is denied ends the session, and the person is known still', async () => {
    const app = await restored({ grants: [denied] });
    const before = app.changes();
    expect(await app.authorizer().token()).toMatchObject(ENDED);
    expect([app.session.person, app.session.sender]).toEqual([PERSON, null]);
    expect(app.changes()).toBe(before + 1);
    expect(await app.authorizer().token()).toMatchObject(ENDED);
    expect(app.calls).toHaveLength(1);
  });

  test('that can be had no more, for want of a refresh token, ends the session', async () => {
    const app = rig({ grants: [granted(1, { refreshToken: null })] });
    await app.session.signIn(CONNECTION, 'tech', 'pa55word');
    expect(await app.authorizer().token()).toMatchObject({ kind: 'ok' });
    app.later(600_000);
    expect(await app.authorizer().token()).toMatchObject(ENDED);
    expect(app.session.sender).toBeNull();
  });

  test.each<[GrantAnswer, object]>([
    [OFFLINE, { why: 'offline' }],
    // The journal keeps the host as a fact: which words go with it is the window's affair.
    [
      { kind: 'unknown', why: 'server-error', detail: 'HTTP 500' },
      { why: 'offline', detail: SIGN_IN_HOST },
    ],
    [
      { kind: 'not-now', message: '', detail: 'HTTP 503' },
      { why: 'offline', detail: `${SIGN_IN_HOST} HTTP 503` },
    ],
    [
      { kind: 'wait', seconds: 5 },
      { why: 'rate-limit', retryAfterMs: 5000, detail: SIGN_IN_HOST },
    ],
  ])('that cannot be had now ($0.kind) ends no session', async (answer, expected) => {
    const app = await restored({ grants: [answer, granted(2)] });
    expect(await app.authorizer().token()).toMatchObject({ kind: 'unsent', ...expected });
    expect(app.session.sender).not.toBeNull();
    app.later(5000);
    expect(await app.authorizer().token()).toEqual({ kind: 'ok', token: 'access-2' });
  });

  test('that something else than a denial keeps back ends no session, and is told until one comes', async () => {
    const notNow = { kind: 'not-now', message: 'Down for maintenance.', detail: 'HTTP 403' } as const;
    const app = await restored({ grants: [notNow, granted(2)] });
    expect(await app.authorizer().token()).toMatchObject({ kind: 'unsent', why: 'offline' });
    expect(app.session.sender).not.toBeNull();
    expect(app.session.trouble).toEqual({ message: 'Down for maintenance.' });
    expect(await app.authorizer().token()).toEqual({ kind: 'ok', token: 'access-2' });
    expect(app.session.trouble).toBeNull();
  });

  test('whose reply was lost is asked for again by itself: the session may have ended, and that is told at once', async () => {
    const lost = { kind: 'unknown', why: 'broken', detail: '' } as const;
    const app = await restored({ grants: [lost, denied] });
    expect(await app.authorizer().token()).toMatchObject({ kind: 'unsent', why: 'offline' });
    expect(app.session.sender).not.toBeNull();
    app.waits[0]?.end();
    await new Promise((resolve) => setImmediate(resolve));
    expect(app.session.sender).toBeNull();
    expect(app.calls).toHaveLength(2);
  });

  test('whose replies are lost for good is not asked for for ever', async () => {
    const app = await restored({ grants: [{ kind: 'unknown', why: 'timeout', detail: '' }] });
    await app.authorizer().token();
    for (let n = 0; n < 10; n++) {
      app.waits[n]?.end();
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(app.calls).toHaveLength(4);
  });

  test('is not asked for while the token endpoint says to wait', async () => {
    const app = await restored({ grants: [{ kind: 'wait', seconds: 5 }, granted(2)] });
    await app.authorizer().token();
    app.later(2000);
    expect(await app.authorizer().token()).toMatchObject({ why: 'rate-limit', retryAfterMs: 3000 });
    expect(app.calls).toHaveLength(1);
  });
});

describe('what is sent', () => {
  test('waits for its token and then for its place', async () => {
    const app = rig({ keychain: keychain(KEPT), person: PERSON });
    await app.session.restore();
    expect(await app.session.sender?.ready()).toBeNull();
    expect([app.calls, app.places]).toEqual([['refresh refresh-0'], ['write']]);
  });

  test('takes no place without a token', async () => {
    const app = rig({ keychain: keychain(KEPT), person: PERSON, grants: [OFFLINE] });
    await app.session.restore();
    expect(await app.session.sender?.ready()).toEqual(OFFLINE);
    expect(app.places).toEqual([]);
  });
});
