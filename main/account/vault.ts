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
 * A vault that falls back to memory, and says so once, when the keychain cannot be used: never to a file.
 * Reads and writes go one after the other, so that a rotated token is never overtaken by an older one.
 */
export class SafeVault implements Vault {
  readonly #keychain: Vault;
  readonly #onMissing: () => void;
  readonly #memory = new Map<string, string>();
  #turn: Promise<unknown> = Promise.resolve();
  #missing = false;

  constructor(keychain: Vault, onMissing: () => void) {
    this.#keychain = keychain;
    this.#onMissing = onMissing;
  }

  #inTurn<T>(act: () => Promise<T>, inMemory: () => T): Promise<T> {
    const mine = this.#turn.then(async () => {
      if (this.#missing) return inMemory();
      try {
        return await act();
      } catch {
        this.#missing = true;
        this.#onMissing();
        return inMemory();
      }
    });
    this.#turn = mine;
    return mine;
  }

  get(account: string): Promise<string | null> {
    return this.#inTurn(
      () => this.#keychain.get(account),
      () => this.#memory.get(account) ?? null,
    );
  }

  set(account: string, secret: string): Promise<void> {
    this.#memory.set(account, secret);
    return this.#inTurn(
      () => this.#keychain.set(account, secret),
      () => undefined,
    );
  }

  delete(account: string): Promise<void> {
    this.#memory.delete(account);
    return this.#inTurn(
      () => this.#keychain.delete(account),
      () => undefined,
    );
  }
}
