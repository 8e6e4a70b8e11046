import ky from 'ky';
import { readBody } from './answer-body.ts';
import type { ServerClock } from './clock.ts';
import { type Failure, failureOf } from './failure.ts';
import { inWriteLane, type Transport } from './transport.ts';

/** One HTTP request, ready to go. */
export interface Outgoing {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer whose status came. `text` is null when its body broke off, or `late` passed the deadline. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  readonly headers: Headers;
  readonly text: string | null;
  readonly late: boolean;
  /** Stamps of when the request left and when the headers came, ms. */
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** The outcome of one request on the wire. */
export type Exchange =
  | Reply
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'kept-back' }
  | Failure;

export interface ExchangeOptions {
  readonly transport: Transport;
  /** Deadline of the whole request from leaving to the end of the answer's body, seconds. */
  readonly timeoutSeconds: () => number;
  readonly stamp: ServerClock['stamp'];
  /** The caller's wish to stop waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Makes the deadline's signal; for a test's own time. */
  readonly deadline?: ((ms: number) => AbortSignal) | undefined;
  /** Takes a place among the requests of this minute, when its turn has come: a 429 may overtake one taken earlier. */
  readonly place?: (() => Promise<void>) | undefined;
  /** Told of the answer before the next write has its turn: a 429 holds that one back too. */
  readonly arrived?: ((reply: Reply) => void) | undefined;
  /** Called when a write's turn has come, right before its bytes leave; false keeps them back. */
  readonly leaving?: (() => boolean) | undefined;
  /** Leaves secrets out of the answer's body before it is read. */
  readonly scrub?: ((text: string) => string) | undefined;
}

/** Making the transport ready for a write may take this long, ms. */
const BEFORE_WRITE_MAY_TAKE = 10_000;

/** Chromium's error instead of a 407 that came without a proxy: the status is known all the same. */
const HIDDEN_407 = 'ERR_UNEXPECTED_PROXY_AUTH';

/** Sends one request, once: a write after all earlier writes on this transport, on a fresh connection. */
export async function exchange(outgoing: Outgoing, options: ExchangeOptions): Promise<Exchange> {
  const { transport } = options;
  if (outgoing.method === 'GET') {
    await options.place?.();
    return withArrival(options, await overTheWire(outgoing, transport.read, options));
  }
  return inWriteLane(transport, async () => {
    await options.place?.();
    const ready = await prepared(outgoing, options);
    if (ready) return ready;
    if (options.leaving && !options.leaving()) return { kind: 'kept-back' };
    return withArrival(options, await overTheWire(outgoing, transport.write, options));
  });
}

/** Makes the transport ready for a write, for as long as that may take; or says why nothing can leave. */
async function prepared(
  { url }: Outgoing,
  { transport, deadline }: ExchangeOptions,
): Promise<Failure | null> {
  const signal = (deadline ?? AbortSignal.timeout)(BEFORE_WRITE_MAY_TAKE);
  try {
    await unlessAborted(signal, transport.beforeWrite(url));
    return null;
  } catch (error) {
    return { kind: 'before', detail: failureOf(error).detail };
  }
}

function withArrival(options: ExchangeOptions, sent: Exchange): Exchange {
  if (sent.kind === 'reply') options.arrived?.(sent);
  return sent;
}

async function overTheWire(
  outgoing: Outgoing,
  send: typeof fetch,
  options: ExchangeOptions,
): Promise<Exchange> {
  if (options.signal?.aborted) return { kind: 'cancelled' };
  const deadline = (options.deadline ?? AbortSignal.timeout)(Math.ceil(options.timeoutSeconds() * 1000));
  const letGo = new AbortController();
  const signal = AbortSignal.any([deadline, letGo.signal, ...(options.signal ? [options.signal] : [])]);
  const sentAt = options.stamp();
  try {
    const response = await unlessAborted(signal, request(outgoing, send, signal));
    const receivedAt = options.stamp();
    const text = await unlessAborted(signal, readBody(response)).catch(() => null);
    // The rest of the answer is useless; aborting frees its connection for other requests.
    if (text === null) letGo.abort();
    if (text === null && options.signal?.aborted) return { kind: 'cancelled' };
    const { status, headers } = response;
    return {
      kind: 'reply',
      status,
      headers,
      text: text === null ? null : (options.scrub?.(text) ?? text),
      late: text === null && deadline.aborted,
      sentAt,
      receivedAt,
    };
  } catch (error) {
    if (deadline.aborted) return { kind: 'timeout' };
    if (options.signal?.aborted) return { kind: 'cancelled' };
    const failure = failureOf(error);
    if (failure.detail !== HIDDEN_407) return failure;
    const receivedAt = options.stamp();
    return { kind: 'reply', status: 407, headers: new Headers(), text: '', late: false, sentAt, receivedAt };
  }
}

async function request(outgoing: Outgoing, send: typeof fetch, signal: AbortSignal): Promise<Response> {
  const { method, url, headers, body } = outgoing;
  return ky(url, {
    method,
    headers: { ...headers },
    ...(body === undefined ? {} : { body }),
    // Electron's fetch makes a Request of its own from ky's, and that one follows ky's signal only until ky's Request is
    // garbage-collected: the deadline must reach it by itself. Called through a closure, since Electron's session.fetch
    // must not be handed ky's options as its `this`.
    fetch: (input, init) => send(input, { ...init, signal }),
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal,
  });
}

/** The promise's outcome, or a rejection as soon as the signal aborts, also when the transport ignores it. */
function unlessAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error('aborted'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
