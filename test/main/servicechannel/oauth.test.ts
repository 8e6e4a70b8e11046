import { describe, expect, test } from 'vitest';
import { createOAuthClient, type GrantAnswer } from '../../../main/servicechannel/oauth.ts';
import {
  chromiumError,
  type FakeServer,
  fakeServer,
  HTML,
  json,
  NOW,
  nodeError,
  openPacer,
  plain,
  type Reply,
  settle,
} from './support.ts';

const SECRET = 'canary-secret';
const PASSWORD = 'canary-pässword&=';
const REFRESH = 'canary-refresh';

function clientOn(server: FakeServer, pacer = openPacer()) {
  return createOAuthClient({
    loginUrl: 'https://login.example/',
    clientId: 'onsite',
    clientSecret: SECRET,
    transport: server.transport,
    pacer,
    timeoutSeconds: () => 30,
    now: () => NOW,
  });
}

const byPassword = (reply: Reply) => clientOn(fakeServer(reply)).passwordGrant('dana', PASSWORD);
const byRefresh = (reply: Reply) => clientOn(fakeServer(reply)).refreshGrant(REFRESH);

const GRANTED = { access_token: 'access', token_type: 'bearer', expires_in: 600, refresh_token: 'refresh' };

describe('a token call', () => {
  test('carries the client in its header and the rest in a form, as a write in its place', async () => {
    const server = fakeServer(() => json(200, GRANTED));
    const pacer = openPacer();
    const client = clientOn(server, pacer);
    await client.passwordGrant('dana', PASSWORD);
    await client.refreshGrant(REFRESH);
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      url: 'https://login.example/oauth/token',
      by: 'write',
      credentials: 'omit',
      redirect: 'error',
    });
    const basic = `Basic ${Buffer.from(`onsite:${SECRET}`).toString('base64')}`;
    expect(server.seen[0]?.headers.get('authorization')).toBe(basic);
    expect(server.seen[0]?.headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
    expect(server.seen.map(({ body }) => [...new URLSearchParams(body)])).toEqual([
      [
        ['grant_type', 'password'],
        ['username', 'dana'],
        ['password', PASSWORD],
      ],
      [
        ['grant_type', 'refresh_token'],
        ['refresh_token', REFRESH],
      ],
    ]);
    expect(pacer.places).toEqual(['write', 'write']);
    expect(server.closed()).toBe(2);
  });

  test('waits until the write before it has ended', async () => {
    const open: (() => void)[] = [];
    const server = fakeServer(() => new Promise((resolve) => open.push(() => resolve(json(200, GRANTED)))));
    const answers = [clientOn(server).refreshGrant('one'), clientOn(server).refreshGrant('two')];
    await settle();
    expect(server.seen).toHaveLength(1);
    open.shift()?.();
    await settle();
    expect(server.seen).toHaveLength(2);
    open.shift()?.();
    expect(await Promise.all(answers)).toMatchObject([{ kind: 'ok' }, { kind: 'ok' }]);
  });
});

describe('a grant', () => {
  test.each([
    [600, 600],
    ['600', 600],
    [86_399, 86_399],
    [undefined, 600],
    [null, 600],
    ['soon', 600],
    [0, 600],
    [-5, 600],
  ])('with expires_in %j lasts %i s', async (expires_in, expiresInSeconds) => {
    expect(await byPassword(() => json(200, { ...GRANTED, expires_in }))).toEqual({
      kind: 'ok',
      tokens: { accessToken: 'access', expiresInSeconds, refreshToken: 'refresh' },
    });
  });

  test.each([undefined, null, '', 7])(
    'whose refresh token is %j brings no new one',
    async (refresh_token) => {
      expect(await byRefresh(() => json(200, { ...GRANTED, refresh_token }))).toMatchObject({
        kind: 'ok',
        tokens: { refreshToken: null },
      });
    },
  );

  test.each([
    ['a page', () => plain(200, HTML)],
    ['an empty body', () => plain(200, '')],
    ['no token', () => json(200, {})],
    ['an empty token', () => json(200, { ...GRANTED, access_token: '' })],
    ['a token that no header can carry', () => json(200, { ...GRANTED, access_token: 'two\nlines' })],
  ])('answered with %s is none', async (_, reply) => {
    expect(await byPassword(reply)).toMatchObject({ kind: 'unknown', why: 'unreadable' });
  });
});

describe('a denied grant', () => {
  const denied = (why: string) => ({ kind: 'denied', why });

  test.each<[string, Reply, GrantAnswer]>([
    [
      'a wrong password',
      () => json(400, { error: 'invalid_grant', error_description: 'User name or password is wrong' }),
      { kind: 'denied', why: 'grant', message: 'User name or password is wrong' },
    ],
    [
      'a wrong password in ServiceChannel’s own form',
      () => json(400, { ErrorCodes: [504], ErrorMessage: 'Wrong password' }),
      { kind: 'denied', why: 'grant', message: 'Wrong password' },
    ],
    [
      'a wrong client by name',
      () => json(400, { error: 'invalid_client' }),
      { kind: 'denied', why: 'client', message: 'invalid_client' },
    ],
    [
      'a wrong client by 401',
      () => plain(401, '', { 'www-authenticate': 'Basic' }),
      { kind: 'denied', why: 'client', message: '' },
    ],
    [
      'an ended session by 401',
      () => json(401, { error: 'invalid_grant' }),
      { kind: 'denied', why: 'grant', message: 'invalid_grant' },
    ],
  ])('is told apart: %s', async (_, reply, expected) => {
    expect(await byPassword(reply)).toEqual(expected);
  });

  test.each<[string, Reply]>([
    ['Electron', () => Promise.reject(new Error("Attempted to redirect, but redirect policy was 'error'"))],
    [
      'Node',
      () => Promise.reject(new TypeError('fetch failed', { cause: new Error('unexpected redirect') })),
    ],
    ['a transport that lets it through', () => plain(302, '', { location: '/login' })],
  ])('is the wrong client when the answer is the login page: %s', async (_, reply) => {
    expect(await byPassword(reply)).toMatchObject(denied('client'));
  });

  test.each([400, 403, 404, 407])(
    'is not what a proxy’s %i says: the session must not end by it',
    async (status) => {
      expect(await byRefresh(() => plain(status, HTML))).toMatchObject({
        kind: 'unknown',
        why: 'unreadable',
      });
    },
  );
});

describe('a token call without a decision', () => {
  test.each([
    [{ 'error-message': 'Only one token request per 5 seconds is allowed' }, 5],
    [{ 'retry-after': '12' }, 12],
    [{ 'retry-after': new Date(NOW + 40_000).toUTCString() }, 40],
  ])('too soon after another waits: %j', async (headers, seconds) => {
    expect(await byPassword(() => plain(429, '', headers))).toEqual({ kind: 'wait', seconds });
  });

  test.each<[string, Reply, object]>([
    ['no network', chromiumError('ERR_INTERNET_DISCONNECTED'), { kind: 'unsent', why: 'offline' }],
    ['no server', nodeError('ECONNREFUSED'), { kind: 'unsent', why: 'offline' }],
    ['a lost answer', chromiumError('ERR_CONNECTION_RESET'), { kind: 'unknown', why: 'broken' }],
    ['a failing server', () => plain(503, HTML), { kind: 'unknown', why: 'server-error' }],
  ])('is told as such: %s', async (_, reply, expected) => {
    expect(await byPassword(reply)).toMatchObject(expected);
  });
});

test.each([
  ['password', PASSWORD, byPassword],
  ['refresh token', REFRESH, byRefresh],
])('neither %s nor client secret gets into an answer, even when it is repeated', async (_, given, ask) => {
  const basic = Buffer.from(`onsite:${SECRET}`).toString('base64');
  const echo = `not valid: ${SECRET} ${given} ${new URLSearchParams({ given })} ${basic}`;
  const replies: Reply[] = [
    () => json(400, { error: 'invalid_grant', error_description: echo }),
    () => json(400, { error: echo }),
    () => json(401, { ErrorMessage: echo }),
    () => plain(401, '', { 'error-message': echo }),
    () => plain(500, echo),
    () => plain(200, echo),
    () => Promise.reject(new Error(`net::ERR_FAILED ${echo}`)),
    () => Promise.reject(new TypeError(echo, { cause: Object.assign(new Error(echo), { code: SECRET }) })),
  ];
  for (const reply of replies) {
    const told = JSON.stringify(await ask(reply));
    expect(told).not.toContain('canary');
    expect(told).not.toContain(basic);
  }
});
