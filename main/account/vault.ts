import { Listeners } from '../listeners.ts';
import type { System } from '../servicechannel/system.ts';

/** Where secrets are kept: the OS keychain. Nothing else may import keytar (DESIGN.md: it is archived). */
export interface Vault {
  get(account: string): Promise<string | null>;
  set(account: string, secret: string): Promise<void>;
  delete(account: string): Promise<void>;
}

const SERVICE = 'OnSite';

/** The OS keychain through keytar. Rejects where there is none, or it stays locked. */
export function keychainVault(): Vault {
  const keytar = () => import('keytar').then((module) => module.default);
  return {
    get: async (account) => (await keytar()).getPassword(SERVICE, account),
    set: async (account, secret) => (await keytar()).setPassword(SERVICE, account, secret),
    delete: async (account) => {
      await (await keytar()).deletePassword(SERVICE, account);
    },
  };
}

/** A keychain may ask to be unlocked, or hang: nothing waits for it longer than this (ms). */
const DEADLINE = 10_000;
/** Each call that hangs occupies one of the four threads that also read files: no more than these (calls). */
const MOST_HANGING = 2;

interface Writing {
  readonly account: string;
}

/**
 * The keychain, with memory behind it for this run: what it does not take stays in memory, never in a file, and goes to
 * it when it answers again. Its calls go one after the other; one that hangs is given up after 10 s, and when it ends
 * after all, what was wanted after it is written again: a rotated token is never overtaken by an older one.
 */
export class SafeVault implements Vault {
  readonly #keychain: Vault;
  readonly #after: System['after'];
  readonly #kept = new Listeners<boolean>();
  /** The last value set in this run by account; null: deleted. */
  readonly #wanted = new Map<string, string | null>();
  /** Accounts of which the keychain may hold something else than is wanted. */
  readonly #behind = new Set<string>();
  /** Writes that wait for their turn, or for the keychain. */
  readonly #writing = new Set<Writing>();
  /** Calls of the keychain, and those that wait for their turn. */
  readonly #underWay = new Set<Promise<unknown>>();
  #turn: Promise<unknown> = Promise.resolve();
  #hanging = 0;
  #isStopped = false;

  constructor(keychain: Vault, after: System['after']) {
    this.#keychain = keychain;
    this.#after = after;
  }

  /** The keychain has not answered every call. */
  get isUnderWay(): boolean {
    return this.#underWay.size > 0;
  }

  /** Resolves when the keychain has answered every call, which may be never. */
  async settled(): Promise<void> {
    while (this.isUnderWay) await Promise.allSettled(this.#underWay);
  }

  /** The app ends: no call begins any more, and what would come after it in the app does not either. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Told whether the keychain has taken a secret that it was given. */
  onKept(listener: (kept: boolean) => void): () => void {
    return this.#kept.add(listener);
  }

  /** Rejects where the keychain does not say. */
  async get(account: string): Promise<string | null> {
    const wanted = this.#wanted.get(account);
    return wanted === undefined ? this.#inTurn(() => this.#keychain.get(account)) : wanted;
  }

  /** Never rejects: memory holds what the keychain does not take. */
  async set(account: string, secret: string): Promise<void> {
    await this.#write(account, secret).catch(() => this.#kept.tell(false));
  }

  /** Rejects where the keychain may still have it. */
  async delete(account: string): Promise<void> {
    await this.#write(account, null);
  }

  #write(account: string, value: string | null): Promise<void> {
    this.#wanted.set(account, value);
    this.#behind.add(account);
    const call: Writing = { account };
    this.#writing.add(call);
    return this.#inTurn(
      async () => {
        await (value === null ? this.#keychain.delete(account) : this.#keychain.set(account, value));
        this.#writing.delete(call);
        this.#written(account, value);
      },
      () => this.#writing.delete(call),
    );
  }

  /** The keychain has taken something, in time or late: it may take now what it did not take before. */
  #written(account: string, value: string | null): void {
    if (this.#wanted.get(account) === value) this.#behind.delete(account);
    else this.#behind.add(account);
    if (value !== null) this.#kept.tell(true);
    const coming = new Set([...this.#writing].map((each) => each.account));
    const next = [...this.#behind].find((each) => !coming.has(each));
    if (next !== undefined) void this.#write(next, this.#wanted.get(next) ?? null).catch(() => undefined);
  }

  /**
   * Asks the keychain when its turn comes, and answers within the deadline whatever goes before.
   * @param onEnd it will not end any more, or has ended
   */
  #inTurn<T>(ask: () => Promise<T>, onEnd: () => void = () => undefined): Promise<T> {
    if (this.#isStopped) return new Promise(() => undefined);
    const mine = this.#follow(this.#turn.then(() => this.#ask(ask, onEnd)));
    this.#turn = mine.catch(() => undefined);
    return this.#within(mine);
  }

  /** Asks the keychain; one that hangs gives the turn to the next. */
  async #ask<T>(ask: () => Promise<T>, onEnd: () => void): Promise<T> {
    if (this.#hanging >= MOST_HANGING) {
      onEnd();
      throw new Error('the keychain hangs');
    }
    const asked = this.#follow(ask());
    let state: 'asked' | 'hangs' | 'ended' = 'asked';
    const end = () => {
      if (state === 'hangs') this.#hanging -= 1;
      state = 'ended';
      onEnd();
    };
    asked.then(end, end);
    try {
      return await this.#within(asked);
    } finally {
      if (state === 'asked') {
        state = 'hangs';
        this.#hanging += 1;
      }
    }
  }

  #follow<T>(call: Promise<T>): Promise<T> {
    this.#underWay.add(call);
    const end = () => void this.#underWay.delete(call);
    call.then(end, end);
    return call;
  }

  #within<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.#after(DEADLINE, () => reject(new Error('the keychain did not answer')));
      promise.then(resolve, reject).finally(cancel);
    });
  }
}
