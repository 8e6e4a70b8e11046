import { Listeners } from '../listeners.ts';

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

/**
 * The keychain, with memory behind it for this run: what the keychain does not take stays in memory, never in a file,
 * and that is said once. Reads and writes go one after the other, so that a rotated token is never overtaken by an
 * older one.
 */
export class SafeVault implements Vault {
  readonly #keychain: Vault;
  readonly #missing = new Listeners();
  readonly #memory = new Map<string, string>();
  #turn: Promise<unknown> = Promise.resolve();
  #said = false;

  constructor(keychain: Vault) {
    this.#keychain = keychain;
  }

  /** Told once, when the keychain cannot be used. */
  onMissing(listener: () => void): () => void {
    return this.#missing.add(listener);
  }

  /** Asks the keychain when its turn comes; null when it cannot be used now. */
  #inTurn<T>(ask: () => Promise<T>): Promise<T | null> {
    const mine = this.#turn.then(ask).catch(() => {
      if (!this.#said) this.#missing.tell();
      this.#said = true;
      return null;
    });
    this.#turn = mine;
    return mine;
  }

  async get(account: string): Promise<string | null> {
    return this.#memory.get(account) ?? this.#inTurn(() => this.#keychain.get(account));
  }

  async set(account: string, secret: string): Promise<void> {
    this.#memory.set(account, secret);
    await this.#inTurn(() => this.#keychain.set(account, secret));
  }

  async delete(account: string): Promise<void> {
    this.#memory.delete(account);
    await this.#inTurn(() => this.#keychain.delete(account));
  }
}
