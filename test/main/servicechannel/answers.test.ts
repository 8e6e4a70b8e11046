import { describe, expect, test } from 'vitest';
import { exchange } from '../../../main/servicechannel/exchange.ts';
import {
  CHECK_IN,
  chromiumError,
  HTML,
  json,
  NOW,
  nodeError,
  plain,
  type Reply,
  rig,
  settle,
} from './support.ts';

const checkIn = (reply: Reply) => rig(reply).client.checkIn(107002896, CHECK_IN);
const unknown = (why: string) => ({ kind: 'unknown', why });

describe('a 2xx', () => {
  test('with a MechanicId is recorded', async () => {
    expect(await checkIn(() => json(200, { MechanicId: 148797639 }))).toEqual({
      kind: 'ok',
      value: { mechanicId: 148797639 },
    });
  });

  test('with a MechanicId written as text is recorded too', async () => {
    expect(await checkIn(() => json(200, { Message: 'x', MechanicId: '148797639' }))).toEqual({
      kind: 'ok',
      value: { mechanicId: 148797639 },
    });
  });

  test.each([
    ['an empty body', () => plain(200, '')],
    ['no content', () => new Response(null, { status: 204 })],
    ['another object', () => json(200, { Id: 1 })],
    ['a list', () => json(200, [])],
    ['null', () => json(200, null)],
    ['a MechanicId of null', () => json(200, { MechanicId: null })],
    ['a MechanicId of 0', () => json(200, { MechanicId: 0 })],
    ['a MechanicId in words', () => json(200, { MechanicId: 'abc' })],
    ['an error in it', () => json(200, { ErrorCodes: [503], ErrorMessage: 'no' })],
    ['half a body', () => plain(200, '{"MechanicId": 1487')],
  ])('with %s proves nothing', async (_, reply) => {
    expect(await checkIn(reply)).toMatchObject(unknown('unreadable'));
  });

  test('with a page of a guest network is not ServiceChannel’s', async () => {
    const page = () => plain(200, HTML, { 'content-type': 'text/html' });
    expect(await checkIn(page)).toMatchObject(unknown('not-servicechannel'));
  });

  test('whose body breaks off may have been recorded', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"Mecha'));
            controller.error(new Error('net::ERR_CONNECTION_REFUSED'));
          },
        }),
      );
    expect(await checkIn(broken)).toMatchObject(unknown('broken'));
  });
});

describe('a redirect', () => {
  test.each([
    ["Electron's", () => Promise.reject(new Error("Attempted to redirect, but redirect policy was 'error'"))],
    ["Chromium's of an unsafe one", chromiumError('ERR_UNSAFE_REDIRECT')],
    [
      "Node's",
      () => Promise.reject(new TypeError('fetch failed', { cause: new Error('unexpected redirect') })),
    ],
    ['an answer that was let through', () => plain(302, '', { location: 'https://elsewhere.example/' })],
  ])('%s is not ServiceChannel’s answer', async (_, reply) => {
    expect(await checkIn(reply)).toMatchObject(unknown('not-servicechannel'));
  });
});

describe('a server in error', () => {
  test.each([500, 502, 503, 504])('%i may have recorded', async (status) => {
    expect(await checkIn(() => plain(status, HTML))).toMatchObject(unknown('server-error'));
    const withCodes = () => json(status, { ErrorCodes: [503], ErrorMessage: 'Check In/Out is premature' });
    expect(await checkIn(withCodes)).toMatchObject({
      ...unknown('server-error'),
      error: {
        reason: 'server-error',
        message: 'Check In/Out is premature',
        httpStatus: status,
        codes: ['503'],
      },
    });
  });

  test('408 is a time-out', async () => {
    expect(await checkIn(() => plain(408, ''))).toMatchObject(unknown('timeout'));
  });
});

describe('a deadline', () => {
  test('that passes before the answer is a time-out, even if the transport does not obey it', async () => {
    const deaf = rig(() => new Promise(() => {}));
    const answer = deaf.client.checkIn(1, CHECK_IN);
    await settle();
    deaf.expire();
    // No words: what the journal keeps of it is shown in every language.
    expect(await answer).toEqual({ ...unknown('timeout'), detail: '' });
  });

  test('that passes within the body is a time-out', async () => {
    const slow = rig(() => new Response(new ReadableStream({ start() {} })));
    const answer = slow.client.checkIn(1, CHECK_IN);
    await settle();
    slow.expire();
    expect(await answer).toMatchObject(unknown('timeout'));
  });

  test('that passes within the body of a 400 leaves open who said no', async () => {
    const slow = rig(() => new Response(new ReadableStream({ start() {} }), { status: 400 }));
    const answer = slow.client.checkIn(1, CHECK_IN);
    await settle();
    slow.expire();
    expect(await answer).toMatchObject(unknown('timeout'));
  });

  test.each([0.02, 0.0161])(
    'is the whole time of the real signal when none is given: %d s',
    async (seconds) => {
      const { transport } = rig(() => new Promise(() => {}));
      const options = { transport, timeoutSeconds: () => seconds, stamp: () => NOW };
      const sent = await exchange({ method: 'GET', url: 'https://api.example/', headers: {} }, options);
      expect(sent).toEqual({ kind: 'timeout' });
    },
  );
});

describe('a network error', () => {
  test.each([
    'ERR_NAME_NOT_RESOLVED',
    'ERR_CONNECTION_REFUSED',
    'ERR_PROXY_CONNECTION_FAILED',
    'ERR_TUNNEL_CONNECTION_FAILED',
    'ERR_UNSAFE_PORT',
    'ERR_CERT_AUTHORITY_INVALID',
    'ERR_CERT_DATE_INVALID',
    'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
  ])('%s came before anything was sent', async (name) => {
    expect(await checkIn(chromiumError(name))).toEqual({
      kind: 'unsent',
      why: 'offline',
      retryAfterMs: null,
      detail: name,
    });
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s of Node came before anything was sent',
    async (code) => {
      expect(await checkIn(nodeError(code))).toMatchObject({ kind: 'unsent', why: 'offline', detail: code });
    },
  );

  test('a connect that failed came before anything was sent, whatever its code', async () => {
    const cause = Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT', syscall: 'connect' });
    const failed = () => Promise.reject(new TypeError('fetch failed', { cause }));
    expect(await checkIn(failed)).toMatchObject({ kind: 'unsent', why: 'offline' });
  });

  test.each([
    // One name for a failure of the system, whether it connected, wrote or read.
    'ERR_INTERNET_DISCONNECTED',
    'ERR_ADDRESS_UNREACHABLE',
    'ERR_ADDRESS_INVALID',
    'ERR_NETWORK_ACCESS_DENIED',
    'ERR_CONNECTION_FAILED',
    'ERR_CONNECTION_TIMED_OUT',
    'ERR_CONNECTION_RESET',
    'ERR_CONNECTION_CLOSED',
    'ERR_CONNECTION_ABORTED',
    'ERR_EMPTY_RESPONSE',
    'ERR_NETWORK_CHANGED',
    'ERR_NETWORK_IO_SUSPENDED',
    'ERR_TIMED_OUT',
    'ERR_FAILED',
    'ERR_HTTP2_PROTOCOL_ERROR',
    'ERR_SSL_PROTOCOL_ERROR',
    'ERR_SOMETHING_NEW',
  ])('%s may have come after it was recorded', async (name) => {
    expect(await checkIn(chromiumError(name))).toEqual({ kind: 'unknown', why: 'broken', detail: name });
  });

  test.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT'])(
    '%s of Node may have come after it was recorded',
    async (code) => {
      expect(await checkIn(nodeError(code))).toMatchObject(unknown('broken'));
    },
  );

  test.each([
    ['a text', 'net::ERR_CONNECTION_REFUSED'],
    ['nothing', undefined],
  ])('that is %s instead of an error proves nothing', async (_, thrown) => {
    expect(await checkIn(() => Promise.reject(thrown))).toMatchObject(unknown('broken'));
  });
});

describe('too many requests', () => {
  const after = async (headers: Record<string, string>) => {
    const made = rig(() => plain(429, HTML, headers));
    const answer = await made.client.checkIn(1, CHECK_IN);
    return { answer, blocks: made.pacer.blocks };
  };

  test.each([
    ['seconds', { 'retry-after': '17' }, 17_000],
    ['a date by our clock', { 'retry-after': new Date(NOW + 90_000).toUTCString() }, 90_000],
    [
      'a date by the server’s own clock',
      {
        'retry-after': new Date(NOW + 3_600_000).toUTCString(),
        date: new Date(NOW + 3_570_000).toUTCString(),
      },
      30_000,
    ],
    ['nothing', {}, 5_000],
    ['nonsense', { 'retry-after': 'soon' }, 5_000],
    ['a date gone by', { 'retry-after': new Date(NOW - 90_000).toUTCString() }, 1_000],
    ['zero', { 'retry-after': '0' }, 1_000],
    ['a year', { 'retry-after': '31536000' }, 3_600_000],
  ])('waits as Retry-After says: %s', async (_, headers, wait) => {
    const { answer, blocks } = await after(headers);
    expect(answer).toMatchObject({ kind: 'unsent', why: 'rate-limit', retryAfterMs: wait });
    expect(blocks).toEqual([NOW + wait]);
  });
});
