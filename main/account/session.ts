import type { TokenAnswer, Unsent } from '../servicechannel/answers.ts';
import type { Authorizer } from '../servicechannel/client.ts';
import type { OAuthClient, Tokens } from '../servicechannel/oauth.ts';
import type { Sender } from '../servicechannel/sender.ts';
import type { Owner } from '../visit/types.ts';
import type { Connection, Person, SessionParts, SignInAnswer } from './parts.ts';

export type { Connection, Person, SessionParts, SignInAnswer } from './parts.ts';

/** A new token is fetched this long before the old one ends, or at a tenth of a short life (ms). */
const RENEW_BEFORE = 30_000;

export const tokenAccount = (loginUrl: string, userName: string) => `${new URL(loginUrl).host} ${userName}`;
export const secretAccount = (loginUrl: string, clientId: string) =>
  `${new URL(loginUrl).host} client ${clientId}`;

const tooSoon = (retryAfterMs: number): Unsent => ({
  kind: 'unsent',
  why: 'rate-limit',
  retryAfterMs,
  detail: 'token calls',
});

const signedOut = (detail: string): Unsent => ({
  kind: 'unsent',
  why: 'signed-out',
  retryAfterMs: null,
  detail,
});

interface Live {
  readonly person: Person;
  readonly oauth: OAuthClient;
  readonly sender: Sender;
  refreshToken: string;
  access: { readonly token: string; readonly until: number } | null;
}

/** Who is signed in. RetryDelays the access token in memory and the refresh token in the vault; the password nowhere. */
export class Session {
  readonly #parts: SessionParts;
  #live: Live | null = null;
  #person: Person | null;
  #restored = false;
  #renewing: Promise<TokenAnswer> | null = null;
  /** The token endpoint has asked to wait so long from an instant on (ms). */
  #told: { readonly at: number; readonly ms: number } | null = null;
  /** The secret of the last sign-in's client is kept: it need not be typed again. */
  #hasSecret = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#person = parts.remembered.get();
  }

  /** The user's last sign-in; stays when the session has expired, goes with sign-out. */
  get person(): Person | null {
    return this.#person;
  }

  /** Whose visits are shown and changed; null while nobody is signed in. */
  get owner(): Owner | null {
    return this.#person && { userId: this.#person.userId, server: this.#person.apiUrl };
  }

  /** Who reports are sent for; null while nobody is signed in. */
  get sender(): Sender | null {
    return this.#live?.sender ?? null;
  }

  /** The keychain has not answered yet; it may be asking somebody to unlock it. */
  get restoring(): boolean {
    return this.#person !== null && !this.#restored && !this.#live;
  }

  get hasSecret(): boolean {
    return this.#hasSecret;
  }

  /** Takes the session of an earlier run from the vault, without a request. */
  async restore(): Promise<void> {
    const person = this.#person;
    if (!person) {
      this.#restored = true;
      return;
    }
    const refreshToken = await this.#parts.vault.get(tokenAccount(person.loginUrl, person.userName));
    const clientSecret = await this.secretFor(person.loginUrl, person.clientId);
    this.#hasSecret = clientSecret !== null;
    this.#restored = true;
    // A sign-in may have come first.
    if (refreshToken && clientSecret && this.#person === person && !this.#live)
      this.#live = this.#begin(person, { ...person, clientSecret }, refreshToken);
    this.#parts.onChange();
  }

  /** The client's secret as policy gives it or as it was kept at an earlier sign-in; null when it must be typed. */
  async secretFor(loginUrl: string, clientId: string): Promise<string | null> {
    return this.#parts.givenSecret(clientId) ?? this.#parts.vault.get(secretAccount(loginUrl, clientId));
  }

  #begin(person: Person, connection: Connection, refreshToken: string): Live {
    const authorizer: Authorizer = { token: () => this.#token(), renew: (stale) => this.#renew(stale) };
    const client = this.#parts.clientFor(connection, authorizer);
    const { userId, userName, apiUrl } = person;
    const pacer = this.#parts.pacerFor(connection);
    const ready = async () => {
      const token = await this.#token();
      if (token.kind !== 'ok') return token;
      await pacer.place('write');
      return null;
    };
    const sender: Sender = { userId, userName, server: apiUrl, client, ready };
    return { person, oauth: this.#parts.oauthFor(connection), sender, refreshToken, access: null };
  }

  /** Signs in with user name and password. On success the password is forgotten and the session kept in the vault. */
  async signIn(connection: Connection, userName: string, password: string): Promise<SignInAnswer> {
    const oauth = this.#parts.oauthFor(connection);
    const granted = await oauth.passwordGrant(userName, password);
    if (granted.kind !== 'ok') return granted;
    const access = { kind: 'ok', token: granted.tokens.accessToken } as const;
    const asking = this.#parts.clientFor(connection, {
      token: async () => access,
      renew: async () => access,
    });
    const profile = await asking.profile();
    if (profile.kind !== 'ok') return profile;
    const { apiUrl, loginUrl, clientId, clientSecret } = connection;
    const { userId, fullName } = profile.value;
    const person: Person = { userName, userId, name: fullName ?? userName, apiUrl, loginUrl, clientId };
    if (this.#parts.givenSecret(clientId) === null)
      await this.#parts.vault.set(secretAccount(loginUrl, clientId), clientSecret);
    this.#hasSecret = true;
    this.#person = person;
    this.#live = this.#begin(person, connection, '');
    // Who it is comes first: a crash before the token is kept asks for the password again, with the visit at hand.
    this.#parts.remembered.set(person);
    await this.#keep(this.#live, granted.tokens);
    this.#parts.onChange();
    return { kind: 'ok' };
  }

  /** Forgets the session here and in the vault. What waits to be sent stays, for the next sign-in of this user. */
  async signOut(): Promise<void> {
    const person = this.#person;
    this.#live = null;
    this.#person = null;
    this.#parts.remembered.set(null);
    this.#parts.onChange();
    if (person) await this.#parts.vault.delete(tokenAccount(person.loginUrl, person.userName));
  }

  /** A new refresh token is kept before the access token that came with it is used: a crash between would sign out. */
  async #keep(live: Live, tokens: Tokens): Promise<void> {
    const life = tokens.expiresInSeconds * 1000;
    const until = this.#parts.now() + life - Math.min(RENEW_BEFORE, life / 10);
    if (tokens.refreshToken !== null && tokens.refreshToken !== live.refreshToken) {
      live.refreshToken = tokens.refreshToken;
      const account = tokenAccount(live.person.loginUrl, live.person.userName);
      await this.#parts.vault.set(account, tokens.refreshToken);
    }
    live.access = { token: tokens.accessToken, until };
  }

  async #token(): Promise<TokenAnswer> {
    const access = this.#live?.access;
    if (access && this.#parts.now() < access.until) return { kind: 'ok', token: access.token };
    return this.#renew(access?.token ?? '');
  }

  /** One refresh for all who wait; somebody who comes with an older token than the one in force gets that. */
  #renew(stale: string): Promise<TokenAnswer> {
    const access = this.#live?.access;
    if (access && access.token !== stale && this.#parts.now() < access.until)
      return Promise.resolve({ kind: 'ok', token: access.token });
    this.#renewing ??= this.#refresh().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #refresh(): Promise<TokenAnswer> {
    const live = this.#live;
    if (!live) return signedOut('no session');
    if (!live.refreshToken) return this.#expire();
    const left = this.#stillToWait();
    if (left > 0) return tooSoon(left);
    const answer = await live.oauth.refreshGrant(live.refreshToken);
    if (this.#live !== live) return signedOut('signed out meanwhile');
    switch (answer.kind) {
      case 'ok':
        await this.#keep(live, answer.tokens);
        return { kind: 'ok', token: answer.tokens.accessToken };
      case 'denied':
        return this.#expire();
      case 'wait':
        this.#told = { at: this.#parts.now(), ms: answer.seconds * 1000 };
        return tooSoon(this.#told.ms);
      case 'unsent':
        return answer;
      default:
        return { kind: 'unsent', why: 'offline', retryAfterMs: null, detail: `sign-in host: ${answer.why}` };
    }
  }

  /** Ms until the next token call; a clock that was set back meanwhile makes nobody wait for the old time. */
  #stillToWait(): number {
    if (!this.#told) return 0;
    const since = this.#parts.now() - this.#told.at;
    return since < 0 ? 0 : this.#told.ms - since;
  }

  #expire(): Unsent {
    this.#live = null;
    this.#parts.onChange();
    return signedOut('the session has ended');
  }
}
