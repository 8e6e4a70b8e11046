import { describe, expect, test } from 'vitest';
import { createClient } from '../../../main/servicechannel/client.ts';
import { Secrets } from '../../../main/servicechannel/secrets.ts';
import {
  API,
  authorizer,
  CHECK_IN,
  CHECK_OUT,
  fakeServer,
  HTML,
  json,
  NOW,
  openPacer,
  plain,
  rig,
  rigWith,
  settle,
} from './support.ts';

const recorded = () => json(200, { MechanicId: 7 });
const denied = () => json(401, { ErrorCodes: [504], ErrorMessage: 'Access denied' });
const bearers = (seen: readonly { headers: Headers }[]) =>
  seen.map(({ headers }) => headers.get('authorization'));

describe('writes', () => {
  test('go one at a time, each on a fresh connection, also over two clients of one transport', async () => {
    const open: (() => void)[] = [];
    const server = fakeServer(() => new Promise((resolve) => open.push(() => resolve(recorded()))));
    const shared = {
      apiUrl: API,
      transport: server.transport,
      secrets: new Secrets(),
      timeoutSeconds: () => 30,
      now: () => NOW,
      stamp: () => NOW,
    };
    const make = () => createClient({ ...shared, authorizer: authorizer(), pacer: openPacer() });
    const answers = [make().checkIn(1, CHECK_IN), make().checkIn(2, CHECK_IN), make().checkOut(3, CHECK_OUT)];
    for (const expected of [1, 2, 3]) {
      await settle();
      expect(server.seen).toHaveLength(expected);
      expect(server.closed()).toBe(expected);
      open.shift()?.();
    }
    expect(await Promise.all(answers)).toHaveLength(3);
  });

  test('wait for the body of the one before', async () => {
    let finish = () => {};
    const slowBody = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            finish = () => {
              controller.enqueue(new TextEncoder().encode('{"MechanicId":7}'));
              controller.close();
            };
          },
        }),
      );
    const { client, seen } = rig(slowBody, recorded);
    const answers = [client.checkIn(1, CHECK_IN), client.checkIn(2, CHECK_IN)];
    await settle();
    expect(seen).toHaveLength(1);
    finish();
    expect(await Promise.all(answers)).toMatchObject([{ kind: 'ok' }, { kind: 'ok' }]);
    expect(seen).toHaveLength(2);
  });

  test('do not stop when connections cannot be closed: nothing was sent', async () => {
    const { transport, seen } = fakeServer(recorded);
    const failing = { ...transport, beforeWrite: () => Promise.reject(new Error('gone')) };
    const options = {
      apiUrl: API,
      authorizer: authorizer(),
      pacer: openPacer(),
      secrets: new Secrets(),
      timeoutSeconds: () => 30,
      now: () => NOW,
      stamp: () => NOW,
    };
    const client = createClient({ ...options, transport: failing });
    expect(await client.checkIn(1, CHECK_IN)).toMatchObject({ kind: 'unsent', why: 'offline' });
    expect(await client.checkIn(1, CHECK_IN)).toMatchObject({ kind: 'unsent', why: 'offline' });
    expect(seen).toEqual([]);
  });

  test('take their place, unless the caller has it', async () => {
    const { client, pacer } = rig(recorded);
    await client.checkIn(1, CHECK_IN);
    await client.checkOut(1, CHECK_OUT, { placed: true });
    await client.setStatus(1, { primary: 'COMPLETED', extended: null, note: null }, { placed: true });
    expect(pacer.places).toEqual(['write']);
  });

  test('take another where a 429 came after theirs', async () => {
    const { client, pacer } = rig(recorded);
    pacer.blockUntil(NOW + 5_000);
    await client.checkOut(1, CHECK_OUT, { placed: true });
    expect(pacer.places).toEqual(['write']);
  });
});

describe('a 401', () => {
  test('is answered by one refresh and one more try', async () => {
    const { client, seen, auth, pacer } = rig(denied, recorded);
    expect(await client.checkIn(1, CHECK_IN, { placed: true })).toMatchObject({ kind: 'ok' });
    expect(auth.renewals).toEqual(['first-token']);
    expect(bearers(seen)).toEqual(['Bearer first-token', 'Bearer second-token']);
    expect(seen[1]?.body).toBe(seen[0]?.body);
    expect(pacer.places).toEqual(['write']);
  });

  test('that stays is the XML permission', async () => {
    const { client, seen } = rig(denied);
    const refusal = { reason: 'xml-permission', httpStatus: 401, message: 'Access denied' };
    expect(await client.checkIn(1, CHECK_IN)).toMatchObject({ kind: 'refused', refusal });
    expect(seen).toHaveLength(2);
  });

  test('that is a page is not ServiceChannel’s', async () => {
    const { client, seen } = rig(() => plain(401, HTML));
    const answer = await client.checkIn(1, CHECK_IN);
    expect(answer).toMatchObject({ kind: 'unknown', why: 'not-servicechannel' });
    expect(seen).toHaveLength(2);
  });

  test('of a read that stays is a permission', async () => {
    const { client, seen } = rig(denied);
    expect(await client.workOrder(1)).toMatchObject({ kind: 'refused', refusal: { reason: 'permission' } });
    expect(seen).toHaveLength(2);
  });

  test('whose refresh fails leaves the report unsent', async () => {
    const ended = { kind: 'unsent', why: 'signed-out', retryAfterMs: null, detail: 'ended' } as const;
    const { client, seen } = rigWith(authorizer(ended), denied);
    expect(await client.checkIn(1, CHECK_IN)).toEqual(ended);
    expect(seen).toHaveLength(1);
  });

  test('whose second try is lost may have been recorded', async () => {
    const { client } = rig(denied, () => Promise.reject(new Error('net::ERR_CONNECTION_RESET')));
    expect(await client.checkIn(1, CHECK_IN)).toMatchObject({ kind: 'unknown', why: 'broken' });
  });
});

test.each(['offline', 'signed-out', 'rate-limit'] as const)(
  'without a token (%s) nothing is sent',
  async (why) => {
    const none = { kind: 'unsent', why, retryAfterMs: null, detail: '' } as const;
    const { client, seen } = rigWith({ ...authorizer(), token: async () => none }, recorded);
    expect(await client.checkIn(1, CHECK_IN)).toEqual(none);
    expect(await client.workOrder(1)).toEqual(none);
    expect(seen).toEqual([]);
  },
);

describe('a cancelled read', () => {
  test('ends at once and is not taken for an answer', async () => {
    const { client } = rig(() => new Promise(() => {}));
    const controller = new AbortController();
    const answer = client.workOrder(1, { signal: controller.signal });
    await settle();
    controller.abort();
    expect(await answer).toEqual({ kind: 'unknown', why: 'broken', detail: '' });
  });

  test('is not sent when it was cancelled before', async () => {
    const { client, seen } = rig(() => json(200, { Id: 1 }));
    await client.workOrder(1, { signal: AbortSignal.abort() });
    expect(seen).toEqual([]);
  });
});

describe('the server’s date', () => {
  const date = new Date(NOW + 60_000).toUTCString();

  test('is told with every answer that can be read', async () => {
    const { client, dates } = rig(() => json(200, { MechanicId: 7 }, { date }));
    await client.checkIn(1, CHECK_IN);
    expect(dates).toEqual([[NOW + 60_000, NOW, NOW]]);
  });

  test.each([
    ['a page of something in between', () => plain(200, HTML, { date })],
    ['an answer without a date', () => json(200, { MechanicId: 7 })],
    ['a date that is none', () => json(200, { MechanicId: 7 }, { date: 'yesterday' })],
  ])('is not taken from %s', async (_, reply) => {
    const { client, dates } = rig(reply);
    await client.checkIn(1, CHECK_IN);
    expect(dates).toEqual([]);
  });
});

test('no token gets into an answer, even when the server or the network repeats it', async () => {
  const canary = 'canary-4f1c';
  const auth = {
    ...authorizer(),
    token: async () => ({ kind: 'ok', token: canary }) as const,
    renew: async () => ({ kind: 'ok', token: `${canary}-renewed` }) as const,
  };
  const echo = `Token ${canary} and ${canary}-renewed are not valid`;
  const replies = [
    () => json(400, { ErrorCodes: [503, canary], ErrorMessage: echo }),
    () => json(401, { ErrorCodes: [504], ErrorMessage: echo }),
    () => json(500, { ErrorMessage: echo }),
    () => plain(200, echo),
    () => Promise.reject(new Error(`net::ERR_FAILED ${echo}`)),
    () => Promise.reject(Object.assign(new TypeError(echo), { code: canary, cause: new Error(echo) })),
  ];
  for (const reply of replies) {
    const { client } = rigWith(auth, reply);
    expect(JSON.stringify(await client.checkIn(1, CHECK_IN))).not.toContain(canary);
    expect(JSON.stringify(await client.workOrder(1))).not.toContain(canary);
  }
});
