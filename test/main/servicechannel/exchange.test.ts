import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { exchange } from '../../../main/servicechannel/exchange.ts';
import type { Transport } from '../../../main/servicechannel/transport.ts';
import { NOW } from './support.ts';

const MB = 1024 * 1024;

const get = (read: typeof fetch, deadline: AbortSignal = new AbortController().signal) => {
  const transport: Transport = { read, write: read, beforeWrite: async () => undefined };
  const options = { transport, timeoutSeconds: () => 30, stamp: () => NOW, deadline: () => deadline };
  return exchange({ method: 'GET', url: 'https://api.example/', headers: {} }, options);
};

/** An answer that never ends, and how much of it was taken. */
function endless() {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.enqueue(new Uint8Array(MB).fill(32));
      taken += MB;
    },
  });
  return { response: new Response(body), taken: () => taken };
}

/** A forced garbage collection, once what is to be collected is out of reach. */
async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc: () => void = runInNewContext('gc');
  for (let n = 0; n < 5; n++) {
    gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('an answer that does not end is cut at 5 MB, and its connection let go', async () => {
  const answer = endless();
  const signals: (AbortSignal | null | undefined)[] = [];
  const read: typeof fetch = async (_input, init) => {
    signals.push(init?.signal);
    return answer.response;
  };
  expect(await get(read)).toMatchObject({ kind: 'reply', status: 200, text: null });
  expect(answer.taken()).toBeLessThanOrEqual(7 * MB);
  expect(signals[0]?.aborted).toBe(true);
});

test('an answer in pieces is read whole, a letter cut in two as well', async () => {
  const bytes = new TextEncoder().encode('{"a":"é"}');
  const body = new ReadableStream({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await get(async () => new Response(body))).toMatchObject({ text: '{"a":"é"}' });
});

test('the deadline reaches the network stack though ky’s own request was garbage-collected meanwhile', async () => {
  const deadline = new AbortController();
  let isAborted = false;
  const kept: Request[] = [];
  // As Electron's net.fetch does it.
  const electron: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    kept.push(request);
    request.signal.addEventListener('abort', () => {
      isAborted = true;
    });
    return new Promise(() => undefined);
  };
  const sent = get(electron, deadline.signal);
  await collect();
  deadline.abort();
  expect(await sent).toEqual({ kind: 'timeout' });
  expect(isAborted).toBe(true);
});

describe('a write', () => {
  const post = (beforeWrite: Transport['beforeWrite']) => {
    const deadlines: AbortController[] = [];
    let sent = 0;
    const write: typeof fetch = async () => {
      sent += 1;
      return Response.json({});
    };
    const options = {
      transport: { read: write, write, beforeWrite },
      timeoutSeconds: () => 30,
      stamp: () => NOW,
      deadline: () => {
        const made = new AbortController();
        deadlines.push(made);
        return made.signal;
      },
    };
    const outcome = exchange(
      { method: 'POST', url: 'https://api.example/a', headers: {}, body: '' },
      options,
    );
    return { outcome, deadlines, sent: () => sent };
  };

  test('leaves after the transport is ready for its address', async () => {
    const urls: string[] = [];
    const { outcome } = post(async (url) => void urls.push(url));
    expect(await outcome).toMatchObject({ kind: 'reply' });
    expect(urls).toEqual(['https://api.example/a']);
  });

  test('that the transport is never ready for is certainly unsent after its deadline, and the next goes on', async () => {
    const { outcome, deadlines, sent } = post(() => new Promise(() => undefined));
    await new Promise((resolve) => setImmediate(resolve));
    deadlines[0]?.abort();
    expect(await outcome).toEqual({ kind: 'before', detail: '' });
    expect(sent()).toBe(0);
  });

  test('without a network is certainly unsent', async () => {
    const { outcome, sent } = post(() => Promise.reject(new Error('net::ERR_INTERNET_DISCONNECTED')));
    expect(await outcome).toEqual({ kind: 'before', detail: 'ERR_INTERNET_DISCONNECTED' });
    expect(sent()).toBe(0);
  });
});
