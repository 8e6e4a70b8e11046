import type { Answer } from '../servicechannel/answers.ts';
import type { Tokens } from '../servicechannel/oauth.ts';
import type { Profile } from '../servicechannel/profile.ts';
import { basicOf } from '../servicechannel/secrets.ts';
import type { Waiting } from './attempt.ts';
import type { Connection, SessionParts, SignInAnswer } from './parts.ts';

/** The token endpoint takes one call per 5 s and user (API.md), whatever a 429 says (ms). */
const LEAST_WAIT = 5_000;

/** Somebody who may sign in: their tokens, and who they are. */
export interface Found {
  readonly kind: 'found';
  readonly tokens: Tokens;
  readonly profile: Profile;
}

type Refused = Exclude<SignInAnswer, { readonly kind: 'ok' }>;

/**
 * Asks for tokens and for who they belong to. A 429 of either host is waited out, for an hour if it must be, and what it
 * waits for is told. The tokens are asked for last, so that none ends while another limit is waited for.
 */
export async function ask(
  parts: SessionParts,
  connection: Connection,
  userName: string,
  password: string,
  waiting: Waiting,
): Promise<Found | Refused> {
  const { clientId, clientSecret } = connection;
  const given = [password, clientSecret, basicOf(clientId, clientSecret)];
  return parts.secrets.during(given, () => askUntilAnswered(parts, connection, userName, password, waiting));
}

async function askUntilAnswered(
  parts: SessionParts,
  connection: Connection,
  userName: string,
  password: string,
  { signal, until }: Waiting,
): Promise<Found | Refused> {
  const oauth = parts.oauthFor(connection);
  const pacer = parts.pacerFor(connection);

  async function pass(ms: number): Promise<void> {
    until(parts.now() + ms);
    await parts.wait(ms, signal);
    until(null);
  }

  while (!signal.aborted) {
    const blocked = pacer.freeAt('read') - parts.now();
    if (blocked > 0) {
      await pass(blocked);
      continue;
    }
    const granted = await oauth.passwordGrant(userName, password, signal);
    if (granted.kind === 'wait') {
      await pass(Math.max(LEAST_WAIT, granted.seconds * 1000));
      continue;
    }
    if (granted.kind !== 'ok') return granted;
    const profile = await profileOf(parts, connection, granted.tokens, signal);
    if (profile.kind === 'ok') return { kind: 'found', tokens: granted.tokens, profile: profile.value };
    if (profile.kind !== 'unsent' || profile.why !== 'rate-limit') return profile;
    await pass(Math.max(LEAST_WAIT, profile.retryAfterMs ?? 0));
  }
  return { kind: 'cancelled' };
}

function profileOf(
  parts: SessionParts,
  connection: Connection,
  { accessToken, refreshToken }: Tokens,
  signal: AbortSignal,
): Promise<Answer<Profile>> {
  const access = { kind: 'ok', token: accessToken } as const;
  const client = parts.clientFor(connection, { token: async () => access, renew: async () => access });
  return parts.secrets.during([refreshToken ?? ''], () => client.profile({ signal }));
}
