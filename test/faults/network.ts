import type { Reply, SandboxRequest } from '../sandbox/http.ts';
import { type Canned, type Fate, FINE } from './plan.ts';
import type { World } from './world.ts';

export type RequestKind = 'report' | 'read' | 'token';

/** One request on its way. */
export interface Sent {
  readonly kind: RequestKind;
  readonly request: SandboxRequest;
  readonly fate: Fate;
  /** Ms, true time. */
  readonly leftAt: number;
}

/** How a request ended for the app. `unknown`: it may have been recorded. */
export type End = {
  readonly known: boolean;
  readonly status: number | null;
  readonly retryAfter: number | null;
};

const kindOf = (method: string, path: string): RequestKind =>
  path === '/oauth/token' ? 'token' : method === 'GET' ? 'read' : 'report';

const BODIES: Readonly<Record<Canned['body'], string>> = {
  error: '{"ErrorCodes":[503],"ErrorCode":503,"ErrorMessage":"A field is wrong"}',
  html: '<!doctype html><title>Sign in to the guest network</title>',
  empty: '',
  object: '{}',
};

/** An error of Chromium's network stack. */
const chromium = (name: string) => new Error(`net::${name}`);

/** A connection that breaks has one of these names, also when the request was written already. */
const BROKEN = ['ERR_CONNECTION_RESET', 'ERR_INTERNET_DISCONNECTED', 'ERR_ADDRESS_UNREACHABLE'] as const;

/**
 * The canned answer to a change, a deletion or codes: their real answers are not published, so a proxy's 2xx must at least
 * not
 * look like one.
 */
function cannedFor(sent: Sent): Canned {
  const { answer } = sent.fate;
  const { method, url } = sent.request;
  const isUnpublished = method === 'PUT' || method === 'DELETE' || url.includes('/resolutionCodes');
  return isUnpublished && answer.status < 300 ? { ...answer, status: 200, body: 'html' } : answer;
}

function responseOf({ status, headers, body }: Reply): Response {
  return new Response(status === 204 ? null : body, { status, headers });
}

function cutOff({ status, headers }: Reply): Response {
  const body = new ReadableStream({
    start: (controller) => controller.error(chromium('ERR_CONTENT_LENGTH_MISMATCH')),
  });
  return new Response(body, { status, headers });
}

/** Ends a request for the app: a response, or an error as its network stack throws it. */
function hear(sent: Sent, own: Reply | null): Response {
  const { kind } = sent.fate;
  if (kind === 'unreached') throw chromium('ERR_CONNECTION_REFUSED');
  if (kind === 'broken' || (kind !== 'answer' && !own))
    throw chromium(BROKEN[sent.fate.ends % BROKEN.length] ?? BROKEN[0]);
  if (kind === 'cut' && own) return cutOff(own);
  if (kind === 'fine' && own) return responseOf(own);
  const { status, body, retryAfter } = cannedFor(sent);
  if (status === 302) throw new TypeError("Attempted to redirect, but redirect policy was 'error'");
  const headers = { 'content-type': body === 'html' ? 'text/html' : 'application/json' };
  const wait = status === 429 && retryAfter !== null ? { 'retry-after': String(retryAfter) } : {};
  return responseOf({ status, headers: { ...headers, ...wait }, body: BODIES[body] });
}

function endOf(sent: Sent, own: Reply | null): End {
  const { fate } = sent;
  if (fate.kind === 'unreached') return { known: true, status: null, retryAfter: null };
  if (fate.kind === 'fine' && own) return endOfReply(own.status, own.headers['retry-after'] ?? null);
  if (fate.kind !== 'answer') return { known: false, status: null, retryAfter: null };
  const { status, retryAfter, body } = cannedFor(sent);
  return endOfReply(status, retryAfter, body === 'error');
}

/** A no that is not in ServiceChannel's own JSON is none of its own, but for those of proxies and throttles. */
const endOfReply = (status: number, retryAfter: number | string | null, isOwn = true): End => ({
  known: status === 407 || status === 429 || (isOwn && status >= 400 && status < 500 && status !== 408),
  status,
  retryAfter: status === 429 ? Number(retryAfter ?? 5) : null,
});

const withoutDate = ({ headers: { date: _, ...headers }, ...reply }: Reply): Reply => ({ ...reply, headers });

/** An unreliable network between one run of the app and the sandbox. */
export class Network {
  readonly #world: World;
  readonly #used = { report: 0, repair: 0, read: 0, token: 0 };
  #isCalm = false;

  constructor(world: World) {
    this.#world = world;
  }

  /** From now on everything goes well. */
  calm(): void {
    this.#isCalm = true;
  }

  #fateOf(kind: RequestKind, path: string): Fate {
    if (this.#isCalm) return FINE;
    const { reports: report, repairs: repair, reads: read, tokens: token } = this.#world.plan;
    const which = kind === 'report' && /notes|workactivities/.test(path) ? 'repair' : kind;
    return { report, repair, read, token }[which][this.#used[which]++] ?? FINE;
  }

  /** A `fetch` for one run of the app; `isAlive` says whether that run still hears the answer. */
  readonly fetch = async (
    run: Listener,
    input: string | URL | Request,
    init?: RequestInit,
  ): Promise<Response> => {
    const request = input instanceof Request ? input : new Request(input, init);
    const body = await request.text();
    const { pathname, search } = new URL(request.url);
    const url = `${pathname}${search}`;
    const kind = kindOf(request.method, pathname);
    const sandboxRequest = {
      method: request.method,
      url,
      headers: Object.fromEntries(request.headers),
      body,
    };
    if (!run.leaving(kind, sandboxRequest)) return new Promise<Response>(() => undefined);
    const fate = this.#fateOf(kind, pathname);
    const sent: Sent = { kind, request: sandboxRequest, fate, leftAt: this.#world.time.now() };
    return this.#carry(run, sent, request.signal);
  };

  #carry(run: Listener, sent: Sent, signal: AbortSignal): Promise<Response> {
    const { time } = this.#world;
    const { fate } = sent;
    let own: Reply | null = null;
    const arrive = () => {
      if (this.#world.mayArrive(run, sent)) own = this.#arrive(sent, run);
    };
    if (fate.arrives !== null) time.after(fate.arrives, arrive);
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        run.ended(sent, { known: sent.kind !== 'report', status: null, retryAfter: null });
        reject(new DOMException('The operation was aborted', 'AbortError'));
      };
      signal.addEventListener('abort', giveUp, { once: true });
      if (fate.kind === 'silent') return;
      time.after(fate.ends, () => {
        signal.removeEventListener('abort', giveUp);
        if (signal.aborted || !run.hears(sent)) return;
        run.ended(sent, endOf(sent, own), own);
        try {
          resolve(hear(sent, own));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  #arrive(sent: Sent, run: Listener): Reply | null {
    const ending = this.#world.sandbox.handle(sent.request).finish();
    if (ending.kind === 'dropped') return null;
    run.arrived(sent, ending.reply);
    return sent.kind === 'token' && this.#world.plan.dateless ? withoutDate(ending.reply) : ending.reply;
  }
}

/** The side of the app: one run of it, from start to end. */
export interface Listener {
  /** When the run ended, ms of true time; null while it lives. */
  readonly endedAt: number | null;
  /** A request is about to leave; false when the run has ended. */
  leaving(kind: RequestKind, request: SandboxRequest): boolean;
  /** ServiceChannel has a request and made this of it. */
  arrived(sent: Sent, reply: Reply): void;
  /** An answer is there; false when the run has ended. */
  hears(sent: Sent): boolean;
  ended(sent: Sent, end: End, own?: Reply | null): void;
}
