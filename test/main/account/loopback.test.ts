import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLoopback } from '../../../main/account/loopback.ts';

const STATE = 'a-state-that-nobody-guesses';

async function listening(redirectUri = '') {
  const loopback = await openLoopback(redirectUri, STATE, (what) => `<p>${what}`);
  if (!loopback) throw new Error('the port is busy');
  onTestFinished(loopback.close);
  const ask = async (query: string, init?: RequestInit) => {
    const response = await fetch(`${loopback.redirectUri}${query}`, init);
    return [response.status, await response.text()];
  };
  return { ...loopback, ask };
}

const RIGHT = `?state=${STATE}&code=the-code`;

test('takes the code that belongs to this sign-in, and shows a page that holds nothing', async () => {
  const { redirectUri, answer, ask } = await listening();
  expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
  const response = await fetch(`${redirectUri}${RIGHT}`);
  expect([response.status, await response.text()]).toEqual([200, '<p>done']);
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
  expect(await answer).toEqual({ kind: 'code', code: 'the-code' });
  expect(await ask(RIGHT)).toEqual([400, '<p>unknown']);
});

test.each<[string, string, RequestInit?]>([
  ['no state', '?code=the-code'],
  ['another state', '?state=another&code=the-code'],
  ['a state of the same length', `?state=${'x'.repeat(STATE.length)}&code=the-code`],
  ['a part of the state', `?state=${STATE.slice(0, -1)}&code=the-code`],
  ['two states', `?state=${STATE}&state=${STATE}&code=the-code`],
  ['no code', `?state=${STATE}`],
  ['an empty code', `?state=${STATE}&code=`],
  ['another path', `/more${RIGHT}`],
  ['a post', RIGHT, { method: 'POST', body: 'x' }],
])('answers 400 to %s, ignores it and goes on listening', async (_, query, init) => {
  const { answer, ask } = await listening();
  expect(await ask(query, init)).toEqual([400, '<p>unknown']);
  expect(await ask(RIGHT)).toEqual([200, '<p>done']);
  expect(await answer).toEqual({ kind: 'code', code: 'the-code' });
});

test('is not reached by another name: a page may not be led here', async () => {
  const { redirectUri, ask, answer } = await listening();
  const elsewhere = redirectUri.replace('127.0.0.1', 'localhost');
  expect((await fetch(`${elsewhere}${RIGHT}`)).status).toBe(400);
  await ask(RIGHT);
  await answer;
});

test.each([
  ['access_denied', '', ''],
  ['access_denied&error_description=Not%20you', '', 'Not you'],
  ['server_error', '', 'server_error'],
])('a sign-in that the page ended is told: %s', async (error, _, message) => {
  const { answer, ask } = await listening();
  expect(await ask(`?state=${STATE}&error=${error}`)).toEqual([200, '<p>denied']);
  expect(await answer).toEqual({ kind: 'denied', message });
});

describe('a registered address', () => {
  async function busyPort() {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void server.close());
    const address = server.address();
    return { server, port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
  }

  test('is used as it is', async () => {
    const { server, port } = await busyPort();
    await new Promise((resolve) => server.close(resolve));
    const { redirectUri, ask, answer } = await listening(`http://127.0.0.1:${port}/sign-in/`);
    expect(redirectUri).toBe(`http://127.0.0.1:${port}/sign-in/`);
    await ask(RIGHT);
    expect(await answer).toMatchObject({ kind: 'code' });
  });

  test('whose port is busy is none', async () => {
    const { port } = await busyPort();
    expect(await openLoopback(`http://127.0.0.1:${port}/`, STATE, () => '')).toBeNull();
  });

  test('without a port has any', async () => {
    const { redirectUri } = await listening('http://localhost/callback');
    expect(redirectUri).toMatch(/^http:\/\/localhost:\d+\/callback$/);
    const { port } = new URL(redirectUri);
    await expect(fetch(`http://[::1]:${port}/`)).rejects.toThrow();
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(400);
  });
});

test('this computer alone is listened to', async () => {
  const { redirectUri } = await listening();
  const { port } = new URL(redirectUri);
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others)
    await expect(fetch(`http://${address}:${port}/callback${RIGHT}`)).rejects.toThrow();
});

test('closed, nothing listens, and what still came is let go', async () => {
  const loopback = await listening();
  const { port } = new URL(loopback.redirectUri);
  const { Socket } = await import('node:net');
  const socket = new Socket().connect(Number(port), '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  const gone = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  loopback.close();
  await gone;
  await expect(fetch(loopback.redirectUri)).rejects.toThrow();
});
