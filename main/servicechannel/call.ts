import type { Answer, TokenAnswer, Unknown } from './answers.ts';
import type { ServerClock } from './clock.ts';
import { type Exchange, exchange, type Outgoing, type Reply } from './exchange.ts';
import { join } from './hosts.ts';
import type { Pacer } from './pacing.ts';
import { readError, refusalOf } from './refusal.ts';
import { freshDate, retryAfterMs } from './retry-after.ts';
import type { Secrets } from './secrets.ts';
import { parseJson } from './text.ts';
import type { Transport } from './transport.ts';

/** Gives access tokens. */
export interface Authorizer {
  /** The access token in use, fetched or refreshed first when it has run out. */
  token(): Promise<TokenAnswer>;
  /**
   * A token other than `stale`: the one in use when it was renewed meanwhile, else a refreshed one. All who ask while a
   * refresh runs share it.
   */
  renew(stale: string): Promise<TokenAnswer>;
}

export interface ClientOptions {
  /** Base URL of the API, with or without a final slash. */
  readonly apiUrl: string;
  readonly transport: Transport;
  readonly authorizer: Authorizer;
  readonly pacer: Pacer;
  readonly secrets: Secrets;
  /** Deadline of one request, from leaving to the end of the answer. Waiting for a place or a token is not counted. */
  readonly timeoutSeconds: () => number;
  readonly stamp: ServerClock['stamp'];
  /** Told of each readable answer's Date (ms), with the stamps of when the request left and the answer came. */
  readonly onServerDate?: ServerClock['measure'];
  readonly now: () => number;
  /** Makes a deadline's signal; `AbortSignal.timeout` unless a test keeps its own time. */
  readonly deadline?: ((ms: number) => AbortSignal) | undefined;
}

/** One call of the API and how its answer is read. */
export interface Call<T> {
  readonly method: Outgoing['method'];
  /** After the base URL. */
  readonly path: string;
  readonly body?: string;
  /** A check-in or check-out: what lacks for it is the XML permission. */
  readonly reporting?: boolean;
  /** The place for its first try was taken by the caller. */
  readonly placed?: boolean;
  readonly leaving?: () => boolean;
  readonly signal?: AbortSignal | undefined;
  /** A read that stands back for those that a report needs. */
  readonly standsBack?: boolean | undefined;
  /** The value in a 2xx answer, or null when it is not what was asked for. */
  readonly read: (json: unknown, reply: Reply) => { readonly value: T } | null;
}

const CANCELLED: Unknown = { kind: 'unknown', why: 'broken', detail: '' };

/** Makes the function that carries out calls: token, place, one request, one refresh and second try after a 401. */
export function createCaller(options: ClientOptions): <T>(call: Call<T>) => Promise<Answer<T>> {
  async function send<T>(call: Call<T>, token: string, placed: boolean): Promise<Exchange> {
    const { signal, leaving, method, standsBack } = call;
    const reading = standsBack ? 'look-up' : 'read';
    const kind = method === 'GET' ? reading : 'write';
    const { pacer } = options;
    const place = placed && !pacer.isBlocked() ? undefined : () => pacer.place(kind, signal);
    const { scrub } = options.secrets;
    const request = outgoing(options.apiUrl, call, token);
    return exchange(request, { ...options, signal, leaving, place, arrived, scrub });
  }

  function arrived(reply: Reply): void {
    observe(reply);
    if (reply.status !== 429) return;
    options.pacer.blockUntil(options.now() + retryAfterMs(reply.headers, options.now()));
  }

  function observe(reply: Reply): void {
    const date = freshDate(reply);
    if (date !== null) options.onServerDate?.(date, reply.sentAt, reply.receivedAt);
  }

  async function sendTwice<T>(call: Call<T>, token: string): Promise<Answer<T>> {
    const sent = await send(call, token, call.placed ?? false);
    if (sent.kind !== 'reply' || sent.status !== 401) return answerOf(call, sent, options);
    const second = await options.authorizer.renew(token);
    if (second.kind !== 'ok') return second;
    const again = await options.secrets.during([second.token], () => send(call, second.token, false));
    return answerOf(call, again, options);
  }

  return async (call) => {
    if (call.signal?.aborted) return CANCELLED;
    const first = await options.authorizer.token();
    if (first.kind !== 'ok') return first;
    return options.secrets.during([first.token], () => sendTwice(call, first.token));
  };
}

function outgoing<T>(apiUrl: string, call: Call<T>, token: string): Outgoing {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  const { method, path, body } = call;
  const url = join(apiUrl, path);
  if (body === undefined) return { method, url, headers };
  return { method, url, headers: { ...headers, 'content-type': 'application/json' }, body };
}

/** The answer that an exchange means. The status decides before the body does; only a 2xx needs to be readable. */
function answerOf<T>(call: Call<T>, sent: Exchange, options: ClientOptions): Answer<T> {
  switch (sent.kind) {
    case 'timeout':
      return { kind: 'unknown', why: 'timeout', detail: '' };
    case 'cancelled':
      return CANCELLED;
    case 'redirect':
      return { kind: 'unknown', why: 'not-servicechannel', detail: sent.detail };
    case 'kept-back':
      return { kind: 'unsent', why: 'kept-back', retryAfterMs: null, detail: '' };
    case 'before':
      return { kind: 'unsent', why: 'offline', retryAfterMs: null, detail: sent.detail };
    case 'broken':
      return { kind: 'unknown', why: 'broken', detail: sent.detail };
    case 'reply':
      return answerOfReply(call, sent, options);
  }
}

function answerOfReply<T>(call: Call<T>, reply: Reply, options: ClientOptions): Answer<T> {
  const { status, text } = reply;
  const detail = `HTTP ${status}`;
  // Only a proxy in between asks for its own sign-in: nothing has reached ServiceChannel.
  if (status === 407) return { kind: 'unsent', why: 'offline', retryAfterMs: null, detail };
  if (status === 408) return { kind: 'unknown', why: 'timeout', detail };
  if (status === 429) {
    const wait = retryAfterMs(reply.headers, options.now());
    return { kind: 'unsent', why: 'rate-limit', retryAfterMs: wait, detail };
  }
  if (status >= 400) return answerOfNo(call, reply);
  if (text === null) return { kind: 'unknown', why: reply.late ? 'timeout' : 'broken', detail };
  const json = parseJson(text);
  if (status >= 300 || (json === undefined && isPage(text)))
    return { kind: 'unknown', why: 'not-servicechannel', detail };
  const found = call.read(json, reply);
  return found ? { kind: 'ok', value: found.value } : { kind: 'unknown', why: 'unreadable', detail };
}

/** HTML or plain words, such as a guest network's sign-in page; not JSON that was cut off. */
const isPage = (text: string) => /^[^[{\s]/.test(text.trim());

/**
 * ServiceChannel says no in its own JSON. Another body is that of something in between, and how far the request came is
 * not known.
 */
function answerOfNo<T>(call: Call<T>, reply: Reply): Answer<T> {
  const { status, text, late } = reply;
  const detail = `HTTP ${status}`;
  const said = readError(text);
  const no = refusalOf(status, said, call.reporting ?? false);
  if (status >= 500)
    return { kind: 'unknown', why: 'server-error', detail, error: { ...no, reason: 'server-error' } };
  if (said) return { kind: 'refused', refusal: no };
  if (text === null) return { kind: 'unknown', why: late ? 'timeout' : 'broken', detail };
  return { kind: 'unknown', why: 'not-servicechannel', detail, ...(text.trim() === '' && { error: no }) };
}
