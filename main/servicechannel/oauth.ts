import * as v from 'valibot';
import type { Unknown, Unsent } from './answers.ts';
import type { ClientOptions } from './call.ts';
import { type ExchangeOptions, exchange, type Reply } from './exchange.ts';
import { REDIRECTION } from './failure.ts';
import { wholeNumber } from './fields.ts';
import { join } from './hosts.ts';
import { freshDate, retryAfterMs } from './retry-after.ts';
import { basicOf, type Secrets } from './secrets.ts';
import { cleanText, parseJson } from './text.ts';
import type { Transport } from './transport.ts';

export interface OAuthOptions {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Another than that of the reports: a token call that hangs holds none of them. */
  readonly transport: Transport;
  readonly secrets: Secrets;
  /** Deadline of one token call. */
  readonly timeoutSeconds: () => number;
  readonly now: () => number;
  readonly stamp: ExchangeOptions['stamp'];
  /** As in ClientOptions: the first report of a run may leave right after its token. */
  readonly onServerDate?: ClientOptions['onServerDate'];
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
  /**
   * `grant`: wrong password, locked account or a refresh token that has ended; `client`: wrong client id or secret.
   * `message` says which in the endpoint's own words; it may be empty.
   */
  | { readonly kind: 'denied'; readonly why: 'grant' | 'client'; readonly message: string }
  /** An answer that is neither tokens nor a denial: a gateway, a web filter, a host that fails. It may be tried again. */
  | { readonly kind: 'not-now'; readonly message: string; readonly detail: string }
  /** Too many token calls: at most one per 5 s and user. */
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'cancelled' }
  | Unsent
  | Unknown;

/**
 * The token endpoint. Its calls take no place among the API's requests: it is another host with a limit of its own, and
 * a sign-in does not wait for a 429 of the API.
 */
export interface OAuthClient {
  /** @param signal the person's wish to stop waiting */
  passwordGrant(userName: string, password: string, signal?: AbortSignal): Promise<GrantAnswer>;
  refreshGrant(refreshToken: string): Promise<GrantAnswer>;
  codeGrant(code: CodeGrant, signal?: AbortSignal): Promise<GrantAnswer>;
}

/** The answer of a sign-in in the browser, and the values of its request. */
export interface CodeGrant {
  readonly code: string;
  readonly redirectUri: string;
  /** PKCE's. */
  readonly verifier: string;
}

/** The token endpoint for one OAuth client. Secrets go into the request alone: no answer and no error carries one. */
export function createOAuthClient(options: OAuthOptions): OAuthClient {
  return {
    passwordGrant: (username, password, signal) =>
      grant(options, {
        form: { grant_type: 'password', username, password },
        secrets: [password],
        redirected: WRONG_CLIENT,
        signal,
      }),
    refreshGrant: (refreshToken) =>
      grant(options, {
        form: { grant_type: 'refresh_token', refresh_token: refreshToken },
        secrets: [refreshToken],
        redirected: REDIRECTED,
      }),
    codeGrant: ({ code, redirectUri, verifier }, signal) =>
      grant(options, {
        form: {
          grant_type: 'authorization_code',
          code,
          redirect_uri: redirectUri,
          code_verifier: verifier,
        },
        secrets: [code, verifier],
        redirected: WRONG_CLIENT,
        signal,
      }),
  };
}

/** A client that is typed wrong is led to the endpoint's HTML login page (API.md). */
const WRONG_CLIENT: GrantAnswer = { kind: 'denied', why: 'client', message: '' };
/** A client that has worked before has not become wrong because something in between redirects. */
const REDIRECTED: GrantAnswer = { kind: 'not-now', message: '', detail: REDIRECTION };

interface Grant {
  readonly form: Readonly<Record<string, string>>;
  /** Those in the form. */
  readonly secrets: readonly string[];
  /** The answer that a redirect stands for. */
  readonly redirected: GrantAnswer;
  readonly signal?: AbortSignal | undefined;
}

function grant(options: OAuthOptions, asked: Grant): Promise<GrantAnswer> {
  const basic = basicOf(options.clientId, options.clientSecret);
  const given = [basic, options.clientSecret, ...asked.secrets];
  return options.secrets.during(given, () => send(options, asked, basic));
}

async function send(options: OAuthOptions, asked: Grant, basic: string): Promise<GrantAnswer> {
  const headers = {
    accept: 'application/json',
    authorization: `Basic ${basic}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = new URLSearchParams(asked.form).toString();
  const url = join(options.loginUrl, '/oauth/token');
  const sent = await exchange({ method: 'POST', url, headers, body }, { ...options, signal: asked.signal });
  switch (sent.kind) {
    case 'reply': {
      if (sent.status >= 300 && sent.status < 400) return asked.redirected;
      const date = freshDate(sent);
      if (date !== null) options.onServerDate?.(date, sent.sentAt, sent.receivedAt);
      return answerOf(sent, options);
    }
    case 'redirect':
      return asked.redirected;
    case 'before':
      return { kind: 'unsent', why: 'offline', retryAfterMs: null, detail: sent.detail };
    case 'timeout':
      return { kind: 'unknown', why: 'timeout', detail: '' };
    case 'cancelled':
    case 'kept-back':
      return { kind: 'cancelled' };
    case 'broken':
      return { kind: 'unknown', why: 'broken', detail: sent.detail };
  }
}

/** No token is nearly so long, and each request carries one. */
const LONGEST_TOKEN = 16 * 1024;

/** Visible ASCII: what fits into an Authorization header. */
const token = v.pipe(v.string(), v.maxLength(LONGEST_TOKEN), v.regex(/^[\x21-\x7e]+$/));

const tokens = v.object({
  access_token: token,
  expires_in: v.fallback(v.optional(v.pipe(wholeNumber, v.minValue(1)), 600), 600),
  refresh_token: v.fallback(v.nullish(token, null), null),
});

function answerOf(reply: Reply, { secrets, now }: OAuthOptions): GrantAnswer {
  const { status, headers, text, late } = reply;
  const detail = `HTTP ${status}`;
  if (status === 429) return { kind: 'wait', seconds: Math.ceil(retryAfterMs(headers, now()) / 1000) };
  if (status >= 400) return errorOf(reply, secrets);
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
const errorBody = v.object({
  error: words,
  error_description: words,
  ErrorMessage: words,
});

/** The only errors that say no (API.md); a session ends by these alone. */
const DENIALS = { invalid_grant: 'grant', invalid_client: 'client' } as const;

const isDenial = (error: string): error is keyof typeof DENIALS => Object.hasOwn(DENIALS, error);

/** A 4xx or 5xx. */
function errorOf(reply: Reply, secrets: Secrets): GrantAnswer {
  const parsed = v.safeParse(errorBody, parseJson(reply.text));
  const { error, error_description, ErrorMessage } = parsed.success ? parsed.output : {};
  const said = error_description ?? ErrorMessage ?? reply.headers.get('error-message') ?? '';
  const words = (text: string) => cleanText(secrets.scrub(text));
  if (reply.status < 500 && error && isDenial(error))
    return { kind: 'denied', why: DENIALS[error], message: words(said) };
  const detail = `HTTP ${reply.status}`;
  return { kind: 'not-now', message: words(said || (error ?? '')), detail };
}
