import { randomUUID } from 'node:crypto';
import type { Call } from './call.ts';
import { escapeHtml, html, queryOf, type Reply, redirect } from './http.ts';
import { userByPassword } from './oauth.ts';
import { MINUTE } from './times.ts';

const CODE_LIFE = 5 * MINUTE;
const KEPT = [
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'code_challenge',
  'code_challenge_method',
];

/** GET /oauth/authorize: the login form of the browser sign-in. */
export function authorizePage(call: Call): Reply {
  const asked = queryOf(call.request.url);
  return wrongRequest(call, asked) ?? form(asked, '');
}

/** POST /oauth/authorize: what the login form sends. Goes back to the redirect address with a code and the state. */
export function authorizeSubmit(call: Call): Reply {
  const asked = new URLSearchParams(call.request.body);
  const wrong = wrongRequest(call, asked);
  if (wrong) return wrong;
  if (asked.get('action') === 'cancel') return back(asked, { error: 'access_denied' });
  const user = userByPassword(call, asked.get('username') ?? '', asked.get('password') ?? '');
  if (!user) return form(asked, 'User name or password is wrong');
  const code = `code-${randomUUID()}`;
  call.state.codes.set(code, {
    userId: user.id,
    clientId: asked.get('client_id') ?? '',
    expiresAt: call.trueNow + CODE_LIFE,
    redirectUri: asked.get('redirect_uri') ?? '',
    codeChallenge: asked.get('code_challenge'),
  });
  return back(asked, { code });
}

/** The page that says what is wrong with a request which must not be sent back to its redirect address. */
function wrongRequest(call: Call, asked: URLSearchParams): Reply | null {
  const uri = asked.get('redirect_uri') ?? '';
  const isLoopback = URL.canParse(uri) && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(uri).hostname);
  const method = asked.get('code_challenge_method');
  const knowsClient = call.state.clients.some((client) => client.id === asked.get('client_id'));
  if (!knowsClient) return html(400, 'Unknown client', '');
  if (!isLoopback) return html(400, 'Redirect address is not registered', '');
  if (asked.get('response_type') !== 'code') return html(400, 'response_type must be code', '');
  if (method !== null && method !== 'S256') return html(400, 'code_challenge_method must be S256', '');
  return null;
}

function form(asked: URLSearchParams, error: string): Reply {
  const hidden = KEPT.filter((name) => asked.has(name))
    .map((name) => `<input type="hidden" name="${name}" value="${escapeHtml(asked.get(name) ?? '')}">`)
    .join('');
  const alert = error && `<p role="alert">${escapeHtml(error)}</p>`;
  return html(
    200,
    'Sign in to ServiceChannel (sandbox)',
    `${alert}<form method="post" action="/oauth/authorize">${hidden}
<label>Username <input name="username" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
<button name="action" value="login">Sign in</button><button name="action" value="cancel">Cancel</button></form>`,
  );
}

function back(asked: URLSearchParams, answer: Record<string, string>): Reply {
  const target = new URL(asked.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries(answer)) target.searchParams.set(name, value);
  const state = asked.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return redirect(target.href);
}
