import type { Answer } from '../servicechannel/answers.ts';
import type { CodeGrant, GrantAnswer, OAuthClient, Tokens } from '../servicechannel/oauth.ts';
import type { Profile } from '../servicechannel/profile.ts';
import { basicOf } from '../servicechannel/secrets.ts';
import type { Waiting } from './attempt.ts';
import type { SessionParts, SignInAnswer, SignInTarget } from './parts.ts';

/** The token endpoint takes one call per 5 s and user (API.md), whatever a 429 says (ms). */
const LEAST_WAIT = 5_000;

/** A user whose sign-in succeeded: their tokens, name and user id. */
export interface FoundUser {
  readonly kind: 'found';
  readonly tokens: Tokens;
  readonly profile: Profile;
}

type Refused = Exclude<SignInAnswer, { readonly kind: 'ok' }>;

/** How a person signs in: by password or by a code of the browser. */
export interface Credentials {
  /** Those that no answer may repeat. */
  readonly secrets: readonly string[];
  /** @param before what was granted already, when the next step was to be repeated */
  grant(oauth: OAuthClient, before: Tokens | null, signal: AbortSignal): Promise<GrantAnswer>;
}

/** Credentials typed into the sign-in form. */
export const byPassword = (userName: string, password: string): Credentials => ({
  secrets: [password],
  grant: (oauth, _, signal) => oauth.passwordGrant(userName, password, signal),
});

/** A code is good for one grant. */
export const byCode = (code: CodeGrant): Credentials => ({
  secrets: [code.code, code.verifier],
  grant: (oauth, before, signal) =>
    before?.refreshToken ? oauth.refreshGrant(before.refreshToken) : oauth.codeGrant(code, signal),
});

/** Waits for a limit to pass, and tells so. */
async function pass(parts: SessionParts, { signal, until }: Waiting, ms: number): Promise<void> {
  until(parts.now() + ms);
  await parts.wait(ms, signal);
  until(null);
}

/** Waits out a 429 of the API: what is granted before would end meanwhile. */
export async function passLimit(
  parts: SessionParts,
  connection: SignInTarget,
  waiting: Waiting,
): Promise<void> {
  const pacer = parts.pacerFor(connection);
  while (!waiting.signal.aborted) {
    const blocked = pacer.freeAt('read') - parts.now();
    if (blocked <= 0) return;
    await pass(parts, waiting, blocked);
  }
}

/**
 * Asks for tokens and for who they belong to. A 429 of either host is waited out, for an hour if it must be, and what it
 * waits for is told.
 */
export function askServer(
  parts: SessionParts,
  connection: SignInTarget,
  credentials: Credentials,
  waiting: Waiting,
): Promise<FoundUser | Refused> {
  const { clientId, clientSecret } = connection;
  const given = [...credentials.secrets, clientSecret, basicOf(clientId, clientSecret)];
  return parts.secrets.during(given, () => askUntilAnswered(parts, connection, credentials, waiting));
}

async function askUntilAnswered(
  parts: SessionParts,
  connection: SignInTarget,
  credentials: Credentials,
  waiting: Waiting,
): Promise<FoundUser | Refused> {
  const oauth = parts.oauthFor(connection);
  const { signal } = waiting;
  let before: Tokens | null = null;
  for (;;) {
    await passLimit(parts, connection, waiting);
    if (signal.aborted) return { kind: 'cancelled' };
    const granted = await credentials.grant(oauth, before, signal);
    if (granted.kind === 'wait') {
      await pass(parts, waiting, Math.max(LEAST_WAIT, granted.seconds * 1000));
      continue;
    }
    if (granted.kind !== 'ok') return granted;
    before = granted.tokens;
    const profile = await profileOf(parts, connection, granted.tokens, signal);
    if (profile.kind === 'ok') return { kind: 'found', tokens: granted.tokens, profile: profile.value };
    if (profile.kind !== 'unsent' || profile.why !== 'rate-limit') return profile;
    await pass(parts, waiting, Math.max(LEAST_WAIT, profile.retryAfterMs ?? 0));
  }
}

function profileOf(
  parts: SessionParts,
  connection: SignInTarget,
  { accessToken, refreshToken }: Tokens,
  signal: AbortSignal,
): Promise<Answer<Profile>> {
  const access = { kind: 'ok', token: accessToken } as const;
  const client = parts.clientFor(connection, { token: async () => access, renew: async () => access });
  return parts.secrets.during([refreshToken ?? ''], () => client.profile({ signal }));
}
