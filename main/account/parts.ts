import type { Refusal } from '../servicechannel/answers.ts';
import type { Authorizer, Client } from '../servicechannel/client.ts';
import type { GrantAnswer, OAuthClient } from '../servicechannel/oauth.ts';
import type { Pacer } from '../servicechannel/pacing.ts';
import type { Secrets } from '../servicechannel/secrets.ts';
import type { LeftOverParts } from './left-over.ts';
import type { LoopbackPage } from './loopback.ts';
import type { Vault } from './vault.ts';

/** Where and as which OAuth client to sign in. The secret is the one typed, or what is kept. */
export interface SignInTarget {
  readonly apiUrl: string;
  readonly loginUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The signed-in user, as remembered between runs. No secret. */
export interface Person {
  readonly userName: string;
  readonly userId: number;
  /** The same person's id in the login system; null where the profile was read before it was kept. */
  readonly authUserId: number | null;
  /** The user name as the profile has it, which may be written in another way than `userName`. */
  readonly profileName: string | null;
  readonly name: string;
  readonly apiUrl: string;
  readonly loginUrl: string;
  readonly clientId: string;
}

export type SignInAnswer =
  | { readonly kind: 'ok' }
  | Exclude<GrantAnswer, { readonly kind: 'ok' | 'wait' }>
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | BrowserFailure;

/**
 * Why a sign-in in the browser came to nothing. `message`: the page's own words where it was denied, the address where the
 * port cannot be had.
 */
export interface BrowserFailure {
  readonly kind: 'browser';
  readonly why: 'denied' | 'timeout' | 'port' | 'no-browser';
  readonly message: string;
}

/** The system's browser. */
export interface Browser {
  /** Opens a page; rejects where that cannot be done. */
  open(url: string): Promise<void>;
  /** The words of a page of ours there. */
  words(what: LoopbackPage): { readonly title: string; readonly text: string };
}

export interface SessionParts {
  readonly vault: Vault;
  /** A secret that policy gives for this client; it is then not kept in the vault. */
  readonly givenSecret: (clientId: string, loginUrl: string) => string | null;
  readonly remembered: { get(): Person | null; set(person: Person | null): void };
  /** Entries of the vault that a sign-out could not delete. */
  readonly leftOver: LeftOverParts['accounts'];
  readonly secrets: Secrets;
  readonly browser: Browser;
  readonly oauthFor: (connection: SignInTarget) => OAuthClient;
  readonly clientFor: (connection: SignInTarget, authorizer: Authorizer) => Client;
  readonly pacerFor: (connection: SignInTarget) => Pacer;
  /** This computer's clock, ms. */
  readonly now: () => number;
  /** Resolves after `ms`, or as soon as the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly onChange: () => void;
}
