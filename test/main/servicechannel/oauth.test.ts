import { describe, expect, test } from 'vitest';
import { createOAuthClient, type GrantAnswer } from '../../../main/servicechannel/oauth.ts';
import { Secrets } from '../../../main/servicechannel/secrets.ts';
import {
  chromiumError,
  type FakeServer,
  fakeServer,
  HTML,
  json,
  NOW,
  nodeError,
  plain,
  type Reply,
  settle,
} from './support.ts';

const SECRET = 'canary-secret';
const PASSWORD = 'canary-pässword&=';
const REFRESH = 'canary-refresh';

const optionsOn = (server: FakeServer) => ({
  loginUrl: 'https://login.example/',
  clientId: 'onsite',
  clientSecret: SECRET,
  transport: server.transport,
  secrets: new Secrets(),
  timeoutSeconds: () => 30,
  now: () => NOW,
  stamp: () => NOW,
});

const clientOn = (server: FakeServer) => createOAuthClient(optionsOn(server));

const byPassword = (reply: Reply) => clientOn(fakeServer(reply)).passwordGrant('dana', PASSWORD);
const byRefresh = (reply: Reply) => clientOn(fakeServer(reply)).refreshGrant(REFRESH);

const GRANTED = { access_token: 'access', token_type: 'bearer', expires_in: 600, refresh_token: 'refresh' };

describe('a token call', () => {
  test('carries the client in its header and the rest in a form, as a write', async () => {
    const server = fakeServer(() => json(200, GRANTED));
    const client = clientOn(server);
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
    expect(server.closed()).toBe(2);
  });

  test('tells what ServiceChannel says it is o’clock: the first report may leave right after it', async () => {
    const dates: number[] = [];
    const server = fakeServer(() => json(200, GRANTED, { date: 'Tue, 24 Nov 2026 09:00:00 GMT' }));
    const options = { ...optionsOn(server), onServerDate: (date: number) => dates.push(date) };
    await createOAuthClient(options).refreshGrant(REFRESH);
    expect(dates).toEqual([Date.parse('2026-11-24T09:00:00Z')]);
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

test('a code is redeemed with the address it was asked for with and its PKCE verifier; neither gets into an answer', async () => {
  const code = { code: 'canary-code', redirectUri: 'http://127.0.0.1:8400/', verifier: 'canary-verifier' };
  const server = fakeServer(
    () => json(200, GRANTED),
    () => json(400, { error: 'invalid_grant', error_description: 'canary-code canary-verifier is old' }),
    () => plain(302, '', { location: '/login' }),
  );
  const client = clientOn(server);
  expect(await client.codeGrant(code)).toMatchObject({ kind: 'ok' });
  expect([...new URLSearchParams(server.seen[0]?.body)]).toEqual([
    ['grant_type', 'authorization_code'],
    ['code', code.code],
    ['redirect_uri', code.redirectUri],
    ['code_verifier', code.verifier],
  ]);
  expect(await client.codeGrant(code)).toEqual({ kind: 'denied', why: 'grant', message: '… … is old' });
  expect(await client.codeGrant(code)).toEqual({ kind: 'denied', why: 'client', message: '' });
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
    ['a token that has no end', () => json(200, { ...GRANTED, access_token: 'x'.repeat(16_385) })],
  ])('answered with %s is none', async (_, reply) => {
    expect(await byPassword(reply)).toMatchObject({ kind: 'unknown', why: 'unreadable' });
  });
});

describe('a denied grant', () => {
  test.each<[string, Reply, GrantAnswer]>([
    [
      'a wrong password',
      () => json(400, { error: 'invalid_grant', error_description: 'User name or password is wrong' }),
      { kind: 'denied', why: 'grant', message: 'User name or password is wrong' },
    ],
    [
      'a locked account',
      () => json(403, { error: 'invalid_grant', error_description: 'The account is locked for 30 minutes.' }),
      { kind: 'denied', why: 'grant', message: 'The account is locked for 30 minutes.' },
    ],
    [
      'a wrong client by name',
      () => json(400, { error: 'invalid_client' }),
      { kind: 'denied', why: 'client', message: '' },
    ],
    [
      'an ended session by 401',
      () => json(401, { error: 'invalid_grant' }),
      { kind: 'denied', why: 'grant', message: '' },
    ],
  ])('is told apart: %s', async (_, reply, expected) => {
    expect(await byPassword(reply)).toEqual(expected);
    expect(await byRefresh(reply)).toEqual(expected);
  });

  const redirects: [string, Reply][] = [
    ['Electron', () => Promise.reject(new Error("Attempted to redirect, but redirect policy was 'error'"))],
    [
      'Node',
      () => Promise.reject(new TypeError('fetch failed', { cause: new Error('unexpected redirect') })),
    ],
    ['a transport that lets it through', () => plain(302, '', { location: '/login' })],
  ];

  test.each(redirects)(
    'is the wrong client when somebody signs in and the answer is the login page: %s',
    async (_, reply) => {
      expect(await byPassword(reply)).toEqual({ kind: 'denied', why: 'client', message: '' });
    },
  );

  test.each(redirects)('is no redirect of a session: %s', async (_, reply) => {
    expect(await byRefresh(reply)).toMatchObject({ kind: 'not-now' });
  });
});

describe('any other error of the token endpoint is not now', () => {
  test.each<[string, Reply, string]>([
    ['a gateway', () => json(403, { status: 403, error: 'Forbidden', path: '/oauth/token' }), 'Forbidden'],
    ['a missing path', () => json(404, { error: 'Not Found' }), 'Not Found'],
    ['a busy host', () => json(400, { error: 'temporarily_unavailable' }), 'temporarily_unavailable'],
    [
      'a client that lost its right',
      () => json(400, { error: 'unauthorized_client', error_description: 'Ask your administrator.' }),
      'Ask your administrator.',
    ],
    ['words of another form', () => json(400, { ErrorCodes: [504], ErrorMessage: 'Try later' }), 'Try later'],
    ['words in a header', () => plain(400, '', { 'error-message': 'Too early' }), 'Too early'],
    ['a failing host', () => json(503, { error: 'invalid_grant', error_description: 'Down' }), 'Down'],
    ['an error that is no text', () => json(400, { error: 7 }), ''],
    ['a bare 401', () => plain(401, '', { 'www-authenticate': 'Basic' }), ''],
    ...[400, 401, 403, 404, 407, 503].map((status): [string, Reply, string] => [
      `a page with ${status}`,
      () => plain(status, HTML),
      '',
    ]),
  ])('%s', async (_, reply, message) => {
    expect(await byPassword(reply)).toMatchObject({ kind: 'not-now', message });
    expect(await byRefresh(reply)).toMatchObject({ kind: 'not-now', message });
  });
});

test('a sign-in that is cancelled asks no more', async () => {
  const server = fakeServer(() => new Promise<Response>(() => undefined));
  const cancel = new AbortController();
  const answer = clientOn(server).passwordGrant('dana', PASSWORD, cancel.signal);
  await settle();
  cancel.abort();
  expect(await answer).toEqual({ kind: 'cancelled' });
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
    ['no network', chromiumError('ERR_NAME_NOT_RESOLVED'), { kind: 'unsent', why: 'offline' }],
    ['no server', nodeError('ECONNREFUSED'), { kind: 'unsent', why: 'offline' }],
    ['a lost answer', chromiumError('ERR_CONNECTION_RESET'), { kind: 'unknown', why: 'broken' }],
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
