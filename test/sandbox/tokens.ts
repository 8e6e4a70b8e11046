import { randomUUID } from 'node:crypto';
import type { Call, UserCall } from './call.ts';
import { Refusal } from './errors.ts';
import { json, type Reply } from './http.ts';
import type { OAuthClient, User } from './records.ts';
import { DAY } from './times.ts';

/** Answers with a new access token, and with `refreshToken` or a new refresh token. */
export function issueTokens(call: Call, user: User, client: OAuthClient, refreshToken: string | null): Reply {
  const { state, config, trueNow } = call;
  const access = `at-${randomUUID()}`;
  const refresh = refreshToken ?? `rt-${randomUUID()}`;
  const owner = { userId: user.id, clientId: client.id };
  state.accessTokens.set(access, { ...owner, expiresAt: trueNow + config.accessTokenSeconds * 1000 });
  if (!refreshToken) {
    state.refreshTokens.set(refresh, { ...owner, expiresAt: trueNow + config.refreshTokenDays * DAY });
  }
  const seconds = config.accessTokenSeconds;
  return json(
    200,
    {
      access_token: access,
      token_type: 'bearer',
      expires_in: config.expiresInAsString ? String(seconds) : seconds,
      refresh_token: refresh,
    },
    { 'cache-control': 'no-store' },
  );
}

/** The call with the user of its bearer, and that bearer's client. Throws 401/504 without a valid one. */
export function authenticate(call: Call): { call: UserCall; clientId: string } {
  const bearer = /^Bearer (.+)$/i.exec(call.request.headers.authorization ?? '')?.[1] ?? '';
  const token = call.state.accessTokens.get(bearer);
  const user = call.state.users.find((each) => each.id === token?.userId);
  if (!token || !user || token.expiresAt <= call.trueNow) {
    throw new Refusal(401, 504, 'Access token is missing or expired');
  }
  return { call: { ...call, user }, clientId: token.clientId };
}

/** The client of the Basic header, or null when its id or secret is wrong. */
export function basicClient(call: Call): OAuthClient | null {
  const encoded = /^Basic (.+)$/i.exec(call.request.headers.authorization ?? '')?.[1] ?? '';
  const pair = Buffer.from(encoded, 'base64').toString();
  return call.state.clients.find((client) => pair === `${client.id}:${client.secret}`) ?? null;
}
