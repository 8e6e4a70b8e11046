import type { TokenAnswer, Unsent } from '../servicechannel/answers.ts';
import type { GrantAnswer, OAuthClient, Tokens } from '../servicechannel/oauth.ts';
import { basicOf } from '../servicechannel/secrets.ts';
import type { Sender } from '../servicechannel/sender.ts';
import type { Person, SessionParts, SignInTarget } from './parts.ts';

/** A new token is fetched this long before the old one ends, or at a tenth of a short life (ms). */
const RENEW_BEFORE = 30_000;

/** After a lost reply the endpoint is asked again so soon (ms; it takes one call per 5 s), and so often. */
const LOST_AFTER = 6_000;
const LOST_AGAIN = 3;

/** The vault's account of a refresh token: login host and user, so that environments do not overwrite each other. */
export const tokenAccount = (loginUrl: string, userName: string) => `${new URL(loginUrl).host} ${userName}`;

const SIGNED_OUT: Unsent = { kind: 'unsent', why: 'signed-out', retryAfterMs: null, detail: '' };

/** One sign-in while it lasts: its access token in memory, its refresh token in the vault, and what sends with them. */
export class Live {
  readonly person: Person;
  readonly sender: Sender;
  readonly #parts: SessionParts;
  readonly #oauth: OAuthClient;
  readonly #onEnd: () => void;
  /** Lets go of the client's secret. */
  readonly #letGo: () => void;
  #refreshToken: string;
  #access: { readonly token: string; readonly until: number } | null = null;
  #renewing: Promise<TokenAnswer> | null = null;
  #ended = false;
  readonly #over = new AbortController();
  /** Replies that were lost, one after the other. */
  #lost = 0;
  /** The token endpoint has asked to wait so long from an instant on (ms). */
  #retryAfter: { readonly at: number; readonly ms: number } | null = null;
  #trouble: { readonly message: string } | null = null;

  /** @param onEnd the token endpoint has ended the session */
  constructor(
    parts: SessionParts,
    person: Person,
    connection: SignInTarget,
    refreshToken: string,
    onEnd: () => void,
  ) {
    this.#parts = parts;
    this.person = person;
    this.#oauth = parts.oauthFor(connection);
    const { clientId, clientSecret } = connection;
    this.#letGo = parts.secrets.use(clientSecret, basicOf(clientId, clientSecret));
    this.#refreshToken = refreshToken;
    parts.secrets.token(refreshToken);
    this.#onEnd = onEnd;
    const { userId, authUserId, userName, profileName, apiUrl } = person;
    const userNames = profileName === null ? [userName] : [userName, profileName];
    const pacer = parts.pacerFor(connection);
    const client = parts.clientFor(connection, {
      token: () => this.#token(),
      renew: (stale) => this.#renew(stale),
    });
    const ready = async () => {
      const token = await this.#token();
      if (token.kind !== 'ok') return token;
      await pacer.place('write');
      return null;
    };
    this.sender = { userId, authUserId, userNames, server: apiUrl, client, ready };
  }

  /** The token endpoint has last answered with something that is no token and no denial: its words, which may be empty. */
  get trouble(): { readonly message: string } | null {
    return this.#trouble;
  }

  /** Signed out: what a refresh still brings counts for nothing. */
  end(): void {
    this.#ended = true;
    this.#over.abort();
    this.#access = null;
    this.#letGo();
  }

  /** Takes the tokens of the sign-in itself. The vault is not waited for: without it the password is asked for again. */
  begin(tokens: Tokens): void {
    this.#use(tokens);
    void this.#keep(tokens);
  }

  #use({ accessToken, expiresInSeconds }: Tokens): void {
    const life = expiresInSeconds * 1000;
    const until = this.#parts.now() + life - Math.min(RENEW_BEFORE, life / 10);
    this.#access = { token: accessToken, until };
    this.#parts.secrets.token(accessToken);
  }

  async #keep({ refreshToken }: Tokens): Promise<void> {
    if (refreshToken === null || refreshToken === this.#refreshToken) return;
    this.#refreshToken = refreshToken;
    this.#parts.secrets.token(refreshToken);
    await this.#parts.vault.set(tokenAccount(this.person.loginUrl, this.person.userName), refreshToken);
  }

  async #token(): Promise<TokenAnswer> {
    const access = this.#access;
    if (access && this.#parts.now() < access.until) return { kind: 'ok', token: access.token };
    return this.#renew(access?.token ?? '');
  }

  /** One refresh for all callers; one that holds an older token than the one in force gets that. */
  #renew(stale: string): Promise<TokenAnswer> {
    const access = this.#access;
    if (access && access.token !== stale && this.#parts.now() < access.until)
      return Promise.resolve({ kind: 'ok', token: access.token });
    this.#renewing ??= this.#refresh().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #refresh(): Promise<TokenAnswer> {
    if (this.#ended) return SIGNED_OUT;
    if (!this.#refreshToken) return this.#expire();
    const left = this.#stillToWait();
    if (left > 0) return this.#tooSoon(left);
    const answer = await this.#oauth.refreshGrant(this.#refreshToken);
    if (this.#ended) return SIGNED_OUT;
    this.#listen(answer);
    if (answer.kind !== 'unknown') this.#lost = 0;
    switch (answer.kind) {
      case 'ok':
        // A crash between would sign out: the old refresh token ends when the new access token is used.
        await this.#keep(answer.tokens);
        this.#use(answer.tokens);
        return { kind: 'ok', token: answer.tokens.accessToken };
      case 'denied':
        return this.#expire();
      case 'wait':
        this.#retryAfter = { at: this.#parts.now(), ms: answer.seconds * 1000 };
        return this.#tooSoon(this.#retryAfter.ms);
      case 'unsent':
        return answer;
      case 'not-now':
        return this.#unreachable(answer.detail);
      case 'unknown':
        this.#askAgain();
        return this.#unreachable();
      case 'cancelled':
        return this.#unreachable();
    }
  }

  #tooSoon(retryAfterMs: number): Unsent {
    return { kind: 'unsent', why: 'rate-limit', retryAfterMs, detail: this.#signInHost };
  }

  #unreachable(detail = ''): Unsent {
    return {
      kind: 'unsent',
      why: 'offline',
      retryAfterMs: null,
      detail: `${this.#signInHost} ${detail}`.trim(),
    };
  }

  get #signInHost(): string {
    return new URL(this.person.loginUrl).host;
  }

  /**
   * A reply that was lost may have replaced the refresh token, and then the session has ended: that is found out soon,
   * not when the next report is to be sent. Not for ever: a host that fails is asked again by whatever needs it.
   */
  #askAgain(): void {
    if (this.#lost >= LOST_AGAIN) return;
    this.#lost += 1;
    void this.#parts.wait(LOST_AFTER, this.#over.signal).then(() => {
      if (!this.#ended && this.#lost > 0) void this.#renew(this.#access?.token ?? '');
    });
  }

  /** Keeps the host's reason for giving no tokens, so that windows show it; a missing network is shown elsewhere. */
  #listen(answer: GrantAnswer): void {
    if (answer.kind === 'unsent' || answer.kind === 'unknown') return;
    const before = this.#trouble?.message;
    this.#trouble = answer.kind === 'not-now' ? { message: answer.message } : null;
    if (before !== this.#trouble?.message) this.#parts.onChange();
  }

  /** Ms until the next token call; where the clock was set back meanwhile, no longer than by the new time. */
  #stillToWait(): number {
    if (!this.#retryAfter) return 0;
    const since = this.#parts.now() - this.#retryAfter.at;
    return since < 0 ? 0 : this.#retryAfter.ms - since;
  }

  #expire(): Unsent {
    this.end();
    this.#onEnd();
    return SIGNED_OUT;
  }
}
