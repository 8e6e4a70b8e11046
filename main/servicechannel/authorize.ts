import { createHash, randomBytes } from 'node:crypto';
import { join } from './hosts.ts';

/** One sign-in in the browser: what its answer must carry, and the proof that the code is ours. */
export interface Authorization {
  readonly state: string;
  /** PKCE: told to the token endpoint alone (RFC 7636). */
  readonly verifier: string;
  /** The page to open. */
  readonly url: (redirectUri: string) => string;
}

const random = () => randomBytes(32).toString('base64url');

/** Begins a sign-in at the authorize page (API.md). Whether PKCE is honoured is not published: it is sent, and not relied on. */
export function authorization(loginUrl: string, clientId: string): Authorization {
  const state = random();
  const verifier = random();
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const url = (redirectUri: string) => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    return `${join(loginUrl, '/oauth/authorize')}?${query}`;
  };
  return { state, verifier, url };
}
