import type { Sender } from '../servicechannel/sender.ts';
import type { Owner } from '../visit/types.ts';
import { askServer, byCode, byPassword, type Credentials, type FoundUser, passLimit } from './ask.ts';
import { Attempt, type Waiting } from './attempt.ts';
import { throughBrowser } from './browser.ts';
import { LeftOver } from './left-over.ts';
import { Live, tokenAccount } from './live.ts';
import type { Person, SessionParts, SignInAnswer, SignInTarget } from './parts.ts';

export type { Person, SessionParts, SignInAnswer, SignInTarget } from './parts.ts';

const secretAccount = (loginUrl: string, clientId: string) => `${new URL(loginUrl).host} client ${clientId}`;

/** Where the session of an earlier run is: being read, read, or in a keychain that does not answer. */
type Restored = 'not yet' | 'done' | 'no keychain';

/**
 * The signed-in user's session. Keeps the access token in memory and the refresh token in the vault; the password
 * nowhere.
 */
export class Session {
  readonly #parts: SessionParts;
  readonly #attempt: Attempt;
  readonly #leftOver: LeftOver;
  #live: Live | null = null;
  #person: Person | null;
  #restored: Restored = 'not yet';
  #restoring: Promise<void> | null = null;
  /** The secret of the last sign-in's client is kept: it need not be typed again. */
  #hasSecret = false;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#person = parts.remembered.get();
    this.#attempt = new Attempt(parts.onChange);
    this.#leftOver = new LeftOver({ ...parts, accounts: parts.leftOver });
  }

  /** The user's last sign-in; stays when the session has expired, goes with sign-out. */
  get person(): Person | null {
    return this.#person;
  }

  /** The owner of the visits that are shown and changed; null while signed out. */
  get owner(): Owner | null {
    return this.#person && { userId: this.#person.userId, server: this.#person.apiUrl };
  }

  /** The user whose reports may be sent; null while signed out. */
  get sender(): Sender | null {
    return this.#live?.sender ?? null;
  }

  /** The keychain has not answered yet; it may be asking to be unlocked. */
  get restoring(): boolean {
    return this.#person !== null && this.#restored === 'not yet' && !this.#live;
  }

  /** The keychain could not be read: whether a session is in it is not known. */
  get locked(): boolean {
    return this.#person !== null && this.#restored === 'no keychain' && !this.#live;
  }

  /** Told whether the keychain still has something of a sign-out. */
  onLeftOver(listener: (isLeft: boolean) => void): () => void {
    return this.#leftOver.onChange(listener);
  }

  get hasSecret(): boolean {
    return this.#hasSecret;
  }

  /** Null while no sign-in is under way; see `Attempt`. */
  get signingIn(): Attempt['waiting'] {
    return this.#attempt.waiting;
  }

  /** Why no token can be had though the sign-in host answers: its words, which may be empty. */
  get trouble(): { readonly message: string } | null {
    return this.#live?.trouble ?? null;
  }

  /**
   * Takes the session of an earlier run from the vault, without a request. May be asked for again while the keychain does
   * not answer; does nothing after that.
   */
  restore(): Promise<void> {
    this.#restoring ??= this.#restore().finally(() => {
      this.#restoring = null;
    });
    return this.#restoring;
  }

  async #restore(): Promise<void> {
    if (this.#restored === 'done') return;
    const person = this.#person;
    void this.#leftOver.retry();
    let restored: Restored = 'done';
    try {
      if (person) await this.#read(person);
    } catch {
      restored = 'no keychain';
    }
    // A sign-in or a sign-out may have come first.
    if (this.#person !== person || this.#live) restored = 'done';
    this.#restored = restored;
    this.#parts.onChange();
  }

  async #read(person: Person): Promise<void> {
    const refreshToken = await this.#parts.vault.get(tokenAccount(person.loginUrl, person.userName));
    const clientSecret = await this.secretFor(person.loginUrl, person.clientId);
    if (this.#person !== person || this.#live) return;
    this.#hasSecret = clientSecret !== null;
    if (refreshToken && clientSecret)
      this.#live = this.#begin(person, { ...person, clientSecret }, refreshToken);
  }

  /**
   * The client's secret as policy gives it or as it was kept at an earlier sign-in; null when it must be typed. Rejects
   * where the keychain cannot be read.
   */
  async secretFor(loginUrl: string, clientId: string): Promise<string | null> {
    return (
      this.#parts.givenSecret(clientId, loginUrl) ?? this.#parts.vault.get(secretAccount(loginUrl, clientId))
    );
  }

  /** Keeps a client's secret for the sign-ins to come: in the vault, and in memory while that does not take it. */
  async keepSecret(loginUrl: string, clientId: string, secret: string): Promise<void> {
    await this.#parts.vault.set(secretAccount(loginUrl, clientId), secret);
    this.#hasSecret = true;
    this.#parts.onChange();
  }

  #begin(person: Person, connection: SignInTarget, refreshToken: string): Live {
    const live: Live = new Live(this.#parts, person, connection, refreshToken, () => {
      if (this.#live === live) this.#live = null;
      this.#parts.onChange();
    });
    return live;
  }

  /**
   * Signs in with user name and password. On success the password is forgotten and the session kept in the vault; the
   * answer does not wait for that. A sign-in that is under way already is cancelled.
   */
  async signIn(connection: SignInTarget, userName: string, password: string): Promise<SignInAnswer> {
    return this.#attempt.run((waiting) =>
      this.#signInWith(connection, byPassword(userName, password), userName, waiting),
    );
  }

  /** Signs in at the sign-in page in the system's browser. @param redirectUri a registered one, or empty */
  async signInWithBrowser(connection: SignInTarget, redirectUri: string): Promise<SignInAnswer> {
    return this.#attempt.run(async (waiting) => {
      await passLimit(this.#parts, connection, waiting);
      return throughBrowser(this.#parts, connection, redirectUri, waiting, (code) =>
        this.#signInWith(connection, byCode(code), null, waiting),
      );
    });
  }

  /** @param userName as typed; null: the profile says it */
  async #signInWith(
    connection: SignInTarget,
    credentials: Credentials,
    userName: string | null,
    waiting: Waiting,
  ): Promise<SignInAnswer> {
    const found = await askServer(this.#parts, connection, credentials, waiting);
    if (found.kind !== 'found') return found;
    if (waiting.signal.aborted) return { kind: 'cancelled' };
    const { profile } = found;
    this.#accept(connection, userName ?? profile.userName ?? String(profile.userId), found);
    return { kind: 'ok' };
  }

  cancelSignIn(): void {
    this.#attempt.cancel();
  }

  #accept(connection: SignInTarget, userName: string, { tokens, profile }: FoundUser): void {
    const { apiUrl, loginUrl, clientId, clientSecret } = connection;
    const { userId, authUserId, fullName } = profile;
    const who = { userName, userId, authUserId, profileName: profile.userName, name: fullName ?? userName };
    const person: Person = { ...who, apiUrl, loginUrl, clientId };
    this.#live?.end();
    this.#person = person;
    this.#live = this.#begin(person, connection, '');
    this.#hasSecret = true;
    this.#restored = 'done';
    // The person is kept first: a crash before the token is kept asks for the password again and still finds the
    // visit.
    this.#parts.remembered.set(person);
    this.#leftOver.keep(this.#accountsOf(person));
    if (this.#parts.givenSecret(clientId, loginUrl) === null)
      void this.#parts.vault.set(secretAccount(loginUrl, clientId), clientSecret);
    this.#live.begin(tokens);
    this.#parts.onChange();
  }

  /**
   * Forgets the session here, and in the vault as soon as that answers: it is said while it does not. What waits to be
   * sent stays, for the next sign-in of this user.
   */
  async signOut(): Promise<void> {
    this.#attempt.cancel();
    const person = this.#person;
    this.#live?.end();
    this.#live = null;
    this.#person = null;
    this.#hasSecret = false;
    const forgotten = person && this.#leftOver.forget(this.#accountsOf(person));
    this.#parts.remembered.set(null);
    this.#parts.onChange();
    await forgotten;
  }

  /** The vault's entries of one person. A client secret that comes from the policy is not among them. */
  #accountsOf({ loginUrl, userName, clientId }: Person): readonly string[] {
    const given = this.#parts.givenSecret(clientId, loginUrl) !== null;
    return [tokenAccount(loginUrl, userName), ...(given ? [] : [secretAccount(loginUrl, clientId)])];
  }
}
