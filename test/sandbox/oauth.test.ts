import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Answer, field, type Rig, startRig } from './support.ts';
import { DAY, MINUTE } from './times.ts';

const PASSWORD = { grant_type: 'password', username: 'demo', password: 'demo' };
const SIX_SECONDS = 6_000;

function refresh(rig: Rig, token: unknown): Promise<Answer> {
  rig.pass(SIX_SECONDS);
  return rig.token({ grant_type: 'refresh_token', refresh_token: String(token) });
}

async function profileWith(rig: Rig, answer: Answer): Promise<Answer> {
  const authorization = `Bearer ${field(answer, 'access_token')}`;
  return rig.send('/v3/users/current/profile', { headers: { authorization } });
}

test('a password buys a bearer for 600 seconds and a refresh token', async () => {
  const rig = await startRig();
  const answer = await rig.token(PASSWORD);
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    access_token: expect.any(String),
    token_type: 'bearer',
    expires_in: 600,
    refresh_token: expect.any(String),
  });
  rig.pass(10 * MINUTE - 1);
  expect((await profileWith(rig, answer)).json).toMatchObject({
    UserProfile: { UserId: 1544987, UserName: 'demo' },
  });
  rig.pass(1);
  const late = await profileWith(rig, answer);
  expect([late.status, late.json]).toEqual([
    401,
    expect.objectContaining({ ErrorCode: 504, ErrorCodes: [504] }),
  ]);
});

test('a request without a bearer is 401 with 504', async () => {
  const rig = await startRig();
  const answer = await rig.send('/v3/workorders/107002896');
  expect([answer.status, answer.json]).toEqual([401, expect.objectContaining({ ErrorCode: 504 })]);
});

test.each(['onsite-demo:wrong', 'nobody:onsite-demo-secret', ''])(
  'a wrong client (%s) is sent to an HTML login page',
  async (basic) => {
    const rig = await startRig();
    const answer = await rig.token(PASSWORD, basic);
    expect(answer.status).toBe(302);
    const page = await rig.send(answer.headers.get('location') ?? '');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
  },
);

test('a wrong password is invalid_grant', async () => {
  const rig = await startRig();
  const answer = await rig.token({ ...PASSWORD, password: 'wrong' });
  expect([answer.status, answer.json]).toEqual([400, expect.objectContaining({ error: 'invalid_grant' })]);
});

test('an unknown grant and a JSON body are refused', async () => {
  const rig = await startRig();
  expect((await rig.token({ grant_type: 'client_credentials' })).json).toMatchObject({
    error: 'unsupported_grant_type',
  });
  const json = await rig.send('/oauth/token', {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from('onsite-demo:onsite-demo-secret').toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(PASSWORD),
  });
  expect([json.status, json.json]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })]);
});

test('a second token call of the same user within 5 seconds is 429 with Error-Message', async () => {
  const rig = await startRig();
  await rig.token(PASSWORD);
  rig.pass(4_999);
  const early = await rig.token(PASSWORD);
  expect(early.status).toBe(429);
  expect(early.headers.get('error-message')).toMatch(/5 seconds/);
  expect((await rig.token({ ...PASSWORD, username: 'second', password: 'second' })).status).toBe(200);
  rig.pass(1);
  expect((await rig.token(PASSWORD)).status).toBe(200);
});

test('the 5-second rule also holds for a refresh, and costs no refresh token', async () => {
  const rig = await startRig();
  const first = await rig.token(PASSWORD);
  const form = { grant_type: 'refresh_token', refresh_token: String(field(first, 'refresh_token')) };
  expect((await rig.token(form)).status).toBe(429);
  rig.pass(5_000);
  expect((await rig.token(form)).status).toBe(200);
});

test('the 5-second rule can be switched off', async () => {
  const rig = await startRig({ tokenIntervalSeconds: 0 });
  await rig.token(PASSWORD);
  expect((await rig.token(PASSWORD)).status).toBe(200);
});

test('a refresh replaces the refresh token and ends the old one', async () => {
  const rig = await startRig();
  const old = field(await rig.token(PASSWORD), 'refresh_token');
  const fresh = await refresh(rig, old);
  expect(fresh.status).toBe(200);
  expect(field(fresh, 'refresh_token')).not.toBe(old);
  expect((await profileWith(rig, fresh)).status).toBe(200);
  expect((await refresh(rig, old)).json).toMatchObject({ error: 'invalid_grant' });
  expect((await refresh(rig, field(fresh, 'refresh_token'))).status).toBe(200);
});

test('refresh tokens may be kept at each use', async () => {
  const rig = await startRig({ rotateRefreshTokens: false });
  const kept = field(await rig.token(PASSWORD), 'refresh_token');
  expect(field(await refresh(rig, kept), 'refresh_token')).toBe(kept);
  expect((await refresh(rig, kept)).status).toBe(200);
});

test('a refresh token lives 30 days and only for its own client', async () => {
  const rig = await startRig();
  const token = field(await rig.token(PASSWORD), 'refresh_token');
  rig.pass(SIX_SECONDS);
  const form = { grant_type: 'refresh_token', refresh_token: String(token) };
  expect((await rig.token(form, 'onsite-second:onsite-second-secret')).json).toMatchObject({
    error: 'invalid_grant',
  });
  rig.pass(30 * DAY - SIX_SECONDS);
  expect((await rig.token(form)).json).toMatchObject({ error: 'invalid_grant' });
});

test('expires_in can be a text and the lives can be set', async () => {
  const rig = await startRig({ expiresInAsString: true, accessTokenSeconds: 20 });
  expect((await rig.token(PASSWORD)).json).toMatchObject({ expires_in: '20' });
});

const REDIRECT = 'http://127.0.0.1:43999/callback';
const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-long';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const ASKED = {
  response_type: 'code',
  client_id: 'onsite-demo',
  redirect_uri: REDIRECT,
  state: 'a "state"',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
};

/** Opens the authorize page, fills in its form as a browser does and sends it. */
async function submitForm(rig: Rig, typed: Record<string, string>): Promise<Answer> {
  const page = await rig.send(`/oauth/authorize?${new URLSearchParams(ASKED)}`);
  const hidden = page.text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g);
  const form = Object.fromEntries(
    [...hidden].map(([, name, value]) => [name, value?.replaceAll('&#34;', '"')]),
  );
  return rig.send('/oauth/authorize', { method: 'POST', body: new URLSearchParams({ ...form, ...typed }) });
}

async function codeOf(rig: Rig): Promise<string> {
  const answer = await submitForm(rig, { username: 'demo', password: 'demo', action: 'login' });
  const target = new URL(answer.headers.get('location') ?? '');
  expect(target.origin + target.pathname).toBe(REDIRECT);
  expect(target.searchParams.get('state')).toBe('a "state"');
  return target.searchParams.get('code') ?? '';
}

test('the authorize page gives a code that buys tokens once', async () => {
  const rig = await startRig();
  const code = await codeOf(rig);
  const form = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: VERIFIER };
  const answer = await rig.token(form);
  expect((await profileWith(rig, answer)).json).toMatchObject({ UserProfile: { UserName: 'demo' } });
  rig.pass(SIX_SECONDS);
  expect((await rig.token(form)).json).toMatchObject({ error: 'invalid_grant' });
});

test.each([
  ['another redirect address', { redirect_uri: 'http://127.0.0.1:1/other' }],
  ['a wrong verifier', { code_verifier: 'wrong' }],
  ['an unknown code', { code: 'wrong' }],
])('a code with %s is refused', async (_, wrong) => {
  const rig = await startRig();
  const form = { code: await codeOf(rig), redirect_uri: REDIRECT, code_verifier: VERIFIER, ...wrong };
  const answer = await rig.token({ grant_type: 'authorization_code', ...form });
  expect(answer.json).toMatchObject({ error: 'invalid_grant' });
});

test('PKCE can be disregarded, as the vendor may', async () => {
  const rig = await startRig({ verifyPkce: false });
  const form = { grant_type: 'authorization_code', code: await codeOf(rig), redirect_uri: REDIRECT };
  expect((await rig.token(form)).status).toBe(200);
});

test('a code dies after 5 minutes', async () => {
  const rig = await startRig();
  const code = await codeOf(rig);
  rig.pass(5 * MINUTE);
  const form = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: VERIFIER };
  expect((await rig.token(form)).json).toMatchObject({ error: 'invalid_grant' });
});

test('a wrong password shows the form again, and cancelling goes back with an error', async () => {
  const rig = await startRig();
  const wrong = await submitForm(rig, { username: 'demo', password: 'x', action: 'login' });
  expect([wrong.status, wrong.text]).toEqual([200, expect.stringContaining('role="alert"')]);
  const cancelled = await submitForm(rig, { username: '', password: '', action: 'cancel' });
  expect(new URL(cancelled.headers.get('location') ?? '').searchParams.get('error')).toBe('access_denied');
});

test.each([
  ['an unknown client', { client_id: 'nobody' }],
  ['an address that is no loopback', { redirect_uri: 'https://example.com/callback' }],
  ['another response type', { response_type: 'token' }],
  ['a plain challenge', { code_challenge_method: 'plain' }],
])('the authorize page refuses %s and redirects nowhere', async (_, wrong) => {
  const rig = await startRig();
  const answer = await rig.send(`/oauth/authorize?${new URLSearchParams({ ...ASKED, ...wrong })}`);
  expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
});
