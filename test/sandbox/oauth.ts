import { createHash } from 'node:crypto';
import type { Call } from './call.ts';
import { html, json, type Reply, redirect } from './http.ts';
import type { OAuthClient, User } from './records.ts';
import { basicClient, issueTokens } from './tokens.ts';

/** POST /oauth/token. A wrong client is sent to the login page, as the vendor's host does. */
export function token(call: Call): Reply {
  const client = basicClient(call);
  if (!client) return redirect('/login?returnUrl=%2Foauth%2Ftoken');
  const type = call.request.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return oauthError('invalid_request', 'The body must be form-encoded');
  }
  const form = new URLSearchParams(call.request.body);
  switch (form.get('grant_type')) {
    case 'password':
      return passwordGrant(call, client, form);
    case 'refresh_token':
      return refreshGrant(call, client, form);
    case 'authorization_code':
      return codeGrant(call, client, form);
    default:
      return oauthError('unsupported_grant_type', 'The grant type is missing or unknown');
  }
}

/** GET /login: where a wrong client ends. */
export function loginPage(): Reply {
  return html(200, 'ServiceChannel login', '<p>Sign in to continue.</p>');
}

/** The user with this name and password, or null. */
export function userByPassword(call: Call, userName: string, password: string): User | null {
  const user = call.state.users.find((each) => each.userName === userName && each.password === password);
  return user ?? null;
}

function passwordGrant(call: Call, client: OAuthClient, form: URLSearchParams): Reply {
  const userName = form.get('username') ?? '';
  return (
    tooSoon(call, userName) ??
    tokensFor(
      call,
      client,
      userByPassword(call, userName, form.get('password') ?? ''),
      'User name or password is wrong',
    )
  );
}

function refreshGrant(call: Call, client: OAuthClient, form: URLSearchParams): Reply {
  const text = form.get('refresh_token') ?? '';
  const found = call.state.refreshTokens.get(text);
  const user = call.state.users.find((each) => each.id === found?.userId);
  if (!found || !user || found.clientId !== client.id || found.expiresAt <= call.trueNow) {
    return oauthError('invalid_grant', 'The refresh token is invalid or expired');
  }
  const refused = tooSoon(call, user.userName);
  if (refused) return refused;
  if (!call.config.rotateRefreshTokens) return issueTokens(call, user, client, text);
  call.state.refreshTokens.delete(text);
  return issueTokens(call, user, client, null);
}

function codeGrant(call: Call, client: OAuthClient, form: URLSearchParams): Reply {
  const text = form.get('code') ?? '';
  const code = call.state.codes.get(text);
  const user = call.state.users.find((each) => each.id === code?.userId);
  if (!code || !user || code.clientId !== client.id || code.expiresAt <= call.trueNow) {
    return oauthError('invalid_grant', 'The code is invalid or expired');
  }
  const refused = tooSoon(call, user.userName);
  if (refused) return refused;
  call.state.codes.delete(text);
  if (code.redirectUri !== form.get('redirect_uri')) {
    return oauthError('invalid_grant', 'The redirect address is not the one the code was asked for with');
  }
  const hash = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  if (call.config.verifyPkce && code.codeChallenge !== null && code.codeChallenge !== hash) {
    return oauthError('invalid_grant', 'The code verifier is wrong');
  }
  return issueTokens(call, user, client, null);
}

function tokensFor(call: Call, client: OAuthClient, user: User | null, otherwise: string): Reply {
  return user ? issueTokens(call, user, client, null) : oauthError('invalid_grant', otherwise);
}

/** The 429 of a token call that follows another of the same user too closely; counts the call otherwise. */
function tooSoon(call: Call, userName: string): Reply | null {
  const last = call.state.tokenCalls.get(userName);
  const gap = call.config.tokenIntervalSeconds;
  if (last !== undefined && call.trueNow - last < gap * 1000) {
    const message = `Only one token request per ${gap} seconds is allowed`;
    return { status: 429, headers: { 'error-message': message }, body: '' };
  }
  call.state.tokenCalls.set(userName, call.trueNow);
  return null;
}

function oauthError(error: string, description: string): Reply {
  return json(400, { error, error_description: description });
}
