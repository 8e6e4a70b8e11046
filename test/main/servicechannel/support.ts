import type { TokenAnswer } from '../../../main/servicechannel/answers.ts';
import type {
  Authorizer,
  CheckInBody,
  CheckOutBody,
  Client,
  Transport,
} from '../../../main/servicechannel/client.ts';
import { createClient } from '../../../main/servicechannel/client.ts';
import type { Pacer } from '../../../main/servicechannel/pacing.ts';
import { Secrets } from '../../../main/servicechannel/secrets.ts';

export const API = 'https://api.example/v3';
export const NOW = Date.parse('2026-05-13T17:00:00Z');

export const CHECK_IN: CheckInBody = {
  WorkTypeId: 1,
  UserId: 1544987,
  TechsCount: 2,
  CheckInTime: '2026-05-13T11:00:00-04:00',
};

export const CHECK_OUT: CheckOutBody = {
  WorkTypeId: 1,
  PrimaryStatus: 'PartsOnOrder',
  ActionStatus: 'Complete',
  Resolution: 'We need more screws',
  UserId: 1544987,
  TechsCount: 2,
  CheckOutTime: '2026-05-13T12:00:00-04:00',
};

/** One request as the fake server got it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly credentials: RequestCredentials;
  readonly cache: RequestCache;
  readonly redirect: RequestRedirect;
  readonly by: 'read' | 'write';
}

export type Reply = (seen: Seen, signal: AbortSignal) => Response | Promise<Response>;

export interface FakeServer {
  readonly transport: Transport;
  readonly seen: Seen[];
  /** Times that connections were closed before a write. */
  closed(): number;
}

/** A transport whose answers are made here; the last of `replies` goes on for ever. */
export function fakeServer(...replies: readonly Reply[]): FakeServer {
  const seen: Seen[] = [];
  let closed = 0;
  const answerBy =
    (by: Seen['by']): typeof fetch =>
    async (input, init) => {
      const request = new Request(input, init);
      const { method, url, headers, credentials, cache, redirect } = request;
      const entry = { method, url, headers, credentials, cache, redirect, by, body: await request.text() };
      seen.push(entry);
      const reply = replies[Math.min(seen.length, replies.length) - 1];
      if (!reply) throw new Error('The fake server has no answer');
      return reply(entry, request.signal);
    };
  const transport: Transport = {
    read: answerBy('read'),
    write: answerBy('write'),
    beforeWrite: async () => {
      closed += 1;
    },
  };
  return { transport, seen, closed: () => closed };
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(value, { status, headers });
}

export function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers });
}

export const HTML = '<!doctype html><title>Sign in to the guest network</title>';

/** A request that fails as Chromium's network stack does. */
export function chromiumError(name: string): Reply {
  return () => Promise.reject(new Error(`net::${name}`));
}

/** A request that fails as Node's fetch does. */
export function nodeError(code: string, message = code): Reply {
  const cause = Object.assign(new Error(message), { code });
  return () => Promise.reject(new TypeError('fetch failed', { cause }));
}

/** Places for all; notes what was asked of it. */
export function openPacer(): Pacer & { readonly places: string[]; readonly blocks: number[] } {
  const places: string[] = [];
  const blocks: number[] = [];
  return {
    places,
    blocks,
    place: async (kind) => {
      places.push(kind);
    },
    freeAt: () => 0,
    blockUntil: (ms) => {
      blocks.push(ms);
    },
    isBlocked: () => blocks.length > 0,
  };
}

/** Gives 'first-token', and 'second-token' after a renewal. */
export function authorizer(renewed: TokenAnswer = { kind: 'ok', token: 'second-token' }) {
  const renewals: string[] = [];
  let current: TokenAnswer = { kind: 'ok', token: 'first-token' };
  const made: Authorizer = {
    token: async () => current,
    renew: async (stale) => {
      renewals.push(stale);
      current = renewed;
      return renewed;
    },
  };
  return { ...made, renewals };
}

export interface Rig extends FakeServer {
  readonly client: Client;
  readonly pacer: ReturnType<typeof openPacer>;
  readonly auth: ReturnType<typeof authorizer>;
  /** Ends the deadline of all requests begun so far. */
  expire(): void;
  readonly dates: number[][];
}

/** A client on a fake server. */
export function rig(...replies: readonly Reply[]): Rig {
  return rigWith(authorizer(), ...replies);
}

export function rigWith(auth: ReturnType<typeof authorizer>, ...replies: readonly Reply[]): Rig {
  const server = fakeServer(...replies);
  const pacer = openPacer();
  const deadlines: AbortController[] = [];
  const dates: number[][] = [];
  const client = createClient({
    apiUrl: API,
    transport: server.transport,
    authorizer: auth,
    pacer,
    secrets: new Secrets(),
    timeoutSeconds: () => 30,
    now: () => NOW,
    stamp: () => NOW,
    onServerDate: (...instants) => dates.push(instants),
    deadline: () => {
      const controller = new AbortController();
      deadlines.push(controller);
      return controller.signal;
    },
  });
  const expire = () => {
    for (const deadline of deadlines) deadline.abort(new DOMException('timed out', 'TimeoutError'));
  };
  return { ...server, client, pacer, auth, expire, dates };
}

/** A client whose every request is answered with this JSON. */
export function answering(value: unknown): Rig {
  return rig(() => json(200, value));
}

/** Lets everything that is ready run, real I/O apart. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 50; round += 1) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
}
