import * as v from 'valibot';
import type { Unknown, Unsent } from './answers.ts';
import { type ExchangeOptions, exchange, type Reply } from './exchange.ts';
import { wholeNumber } from './fields.ts';
import { join } from './hosts.ts';
import type { Pacer } from './pacing.ts';
import { retryAfterMs } from './retry-after.ts';
import { cleanText, parseJson } from './text.ts';
import type { Transport } from './transport.ts';

export interface OAuthOptions {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly transport: Transport;
  /** The one that the client with the same client id has. */
  readonly pacer: Pacer;
  /** Deadline of one token call. */
  readonly timeoutSeconds: () => number;
  readonly now: () => number;
  readonly deadline?: ExchangeOptions['deadline'];
}

export interface Tokens {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  /** A new one replaces the old; null: the old one stays. */
  readonly refreshToken: string | null;
}

export type GrantAnswer =
  | { readonly kind: 'ok'; readonly tokens: Tokens }
  /** `grant`: wrong password or a refresh token that has ended; `client`: wrong client id or secret. */
  | { readonly kind: 'denied'; readonly why: 'grant' | 'client'; readonly message: string }
  /** Too many token calls: at most one per 5 s and user. */
  | { readonly kind: 'wait'; readonly seconds: number }
  | Unsent
  | Unknown;

export interface OAuthClient {
  passwordGrant(userName: string, password: string): Promise<GrantAnswer>;
  refreshGrant(refreshToken: string): Promise<GrantAnswer>;
}

/** The token endpoint for one OAuth client. Secrets go into the request alone: no answer and no error carries one. */
export function createOAuthClient(options: OAuthOptions): OAuthClient {
  return {
    passwordGrant: (username, password) =>
      grant(options, { grant_type: 'password', username, password }, [password]),
    refreshGrant: (refreshToken) =>
      grant(options, { grant_type: 'refresh_token', refresh_token: refreshToken }, [refreshToken]),
  };
}

async function grant(
  options: OAuthOptions,
  form: Readonly<Record<string, string>>,
  given: readonly string[],
): Promise<GrantAnswer> {
  const basic = Buffer.from(`${options.clientId}:${options.clientSecret}`).toString('base64');
  const headers = {
    accept: 'application/json',
    authorization: `Basic ${basic}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams(form).toString();
  const url = join(options.loginUrl, '/oauth/token');
  const place = () => options.pacer.place('write');
  const sent = await exchange({ method: 'POST', url, headers, body }, { ...options, place });
  switch (sent.kind) {
    case 'reply':
      return answerOf(sent, asSent([basic, options.clientSecret, ...given]), options.now());
    // Not a network failure: the endpoint shows a wrong client its HTML login page.
    case 'redirect':
      return { kind: 'denied', why: 'client', message: '' };
    case 'before':
      return { kind: 'unsent', why: 'offline', retryAfterMs: null, detail: sent.detail };
    case 'timeout':
      return { kind: 'unknown', why: 'timeout', detail: 'no answer in time' };
    case 'cancelled':
    case 'kept-back':
    case 'broken':
      return { kind: 'unknown', why: 'broken', detail: sent.kind === 'broken' ? sent.detail : 'cancelled' };
  }
}

/** Secrets as they are and as a form writes them: a server may repeat either. */
function asSent(secrets: readonly string[]): string[] {
  return secrets.flatMap((secret) => [secret, new URLSearchParams([['', secret]]).toString().slice(1)]);
}

/** Visible ASCII: what fits into an Authorization header. */
const token = v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/));

const tokens = v.object({
  access_token: token,
  expires_in: v.fallback(v.optional(v.pipe(wholeNumber, v.minValue(1)), 600), 600),
  refresh_token: v.fallback(v.nullish(token, null), null),
});

function answerOf(reply: Reply, secrets: readonly string[], now: number): GrantAnswer {
  const { status, headers, text, late } = reply;
  const detail = `HTTP ${status}`;
  if (status === 429) return { kind: 'wait', seconds: Math.ceil(retryAfterMs(headers, now) / 1000) };
  if (status >= 500) return { kind: 'unknown', why: 'server-error', detail };
  if (status >= 400) return denialOf(reply, secrets) ?? { kind: 'unknown', why: 'unreadable', detail };
  if (status >= 300) return { kind: 'denied', why: 'client', message: '' };
  if (text === null) return { kind: 'unknown', why: late ? 'timeout' : 'broken', detail };
  const parsed = v.safeParse(tokens, parseJson(text));
  if (!parsed.success) return { kind: 'unknown', why: 'unreadable', detail };
  const { access_token, expires_in, refresh_token } = parsed.output;
  return {
    kind: 'ok',
    tokens: { accessToken: access_token, expiresInSeconds: expires_in, refreshToken: refresh_token },
  };
}

const words = v.fallback(v.nullish(v.string(), null), null);
const denial = v.object({ error: words, error_description: words, ErrorMessage: words });

const CLIENT_ERRORS = ['invalid_client', 'unauthorized_client', 'unsupported_grant_type'];

/**
 * Whether a 400 or 401 refuses the grant or the client; null when the answer is not the token endpoint's own: a proxy's page must not end
 * a session.
 */
function denialOf(reply: Reply, secrets: readonly string[]): GrantAnswer | null {
  const parsed = v.safeParse(denial, parseJson(reply.text));
  const { error, error_description, ErrorMessage } = parsed.success ? parsed.output : {};
  const told = error_description ?? ErrorMessage ?? reply.headers.get('error-message') ?? error ?? '';
  const message = cleanText(told, secrets);
  if (error && CLIENT_ERRORS.includes(error)) return { kind: 'denied', why: 'client', message };
  if (error || ErrorMessage) return { kind: 'denied', why: 'grant', message };
  return reply.status === 401 ? { kind: 'denied', why: 'client', message } : null;
}
