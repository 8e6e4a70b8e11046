import { onTestFinished } from 'vitest';
import type { ConfigChange } from './config.ts';
import { DEMO_CLIENT } from './data-users.ts';
import type { Sandbox } from './sandbox.ts';
import { startSandbox } from './server.ts';

/** A time in the middle of a working day, in a week without a clock change. */
export const NOON = Date.parse('2026-05-13T17:00:00Z');

/** The demo's plain work order. */
export const MAIN_STREET = 107_002_896;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body, or null when it is no JSON. */
  json: unknown;
}

export interface Rig {
  url: string;
  sandbox: Sandbox;
  /** Moves the sandbox's clock. */
  pass(milliseconds: number): void;
  /** A bearer's answer from the API; `body` is sent as JSON. */
  api(method: string, path: string, body?: unknown, userName?: string): Promise<Answer>;
  /** A token call with the demo client or `basic`, "id:secret". */
  token(form: Record<string, string>, basic?: string): Promise<Answer>;
  /** Any request to the sandbox, redirects not followed. */
  send(path: string, init?: RequestInit): Promise<Answer>;
}

/** A sandbox on a free port whose clock stands at NOON until it is moved; ends with the test. */
export async function startRig(config: ConfigChange = {}): Promise<Rig> {
  let now = NOON;
  const running = await startSandbox({ now: () => now, config });
  onTestFinished(running.close);
  const { url, sandbox } = running;

  async function send(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : null,
    };
  }

  function token(form: Record<string, string>, basic = `${DEMO_CLIENT.id}:${DEMO_CLIENT.secret}`) {
    const authorization = `Basic ${Buffer.from(basic).toString('base64')}`;
    return send('/oauth/token', {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams(form),
    });
  }

  async function api(method: string, path: string, body?: unknown, userName = 'demo'): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${bearerOf(sandbox, userName)}`,
      'content-type': 'application/json',
    };
    return send(`/v3${path}`, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  }

  function pass(milliseconds: number): void {
    now += milliseconds;
  }

  return { url, sandbox, pass, api, token, send };
}

/** A bearer that needs no token call, so that tests of other things don't meet the 5-second rule. */
function bearerOf(sandbox: Sandbox, userName: string): string {
  const user = sandbox.state.users.find((each) => each.userName === userName);
  if (!user) throw new Error(`No user ${userName}`);
  const bearer = `test-${userName}`;
  sandbox.state.accessTokens.set(bearer, {
    userId: user.id,
    clientId: DEMO_CLIENT.id,
    expiresAt: Number.POSITIVE_INFINITY,
  });
  return bearer;
}

/** The time `milliseconds` from NOON, in UTC. */
export function at(milliseconds: number): string {
  return new Date(NOON + milliseconds).toISOString();
}

/** A field of an answer's JSON object; undefined when there is none. */
export function field(answer: Answer, name: string): unknown {
  const body = answer.json;
  return typeof body === 'object' && body !== null ? new Map(Object.entries(body)).get(name) : undefined;
}
