import { Listeners } from '../listeners.ts';
import type { Vault } from './vault.ts';

export interface LeftOverParts {
  readonly vault: Vault;
  /** Names of keychain entries, no secret, kept between runs. */
  readonly accounts: { get(): readonly string[]; set(accounts: readonly string[]): void };
}

/** The vault entries that a sign-out must delete: noted on disk before the attempt, and tried again at each start. */
export class LeftOver {
  readonly #parts: LeftOverParts;
  readonly #news = new Listeners<boolean>();
  #left: readonly string[];

  constructor(parts: LeftOverParts) {
    this.#parts = parts;
    this.#left = parts.accounts.get();
  }

  /** Told whether something of a sign-out is still in the keychain. */
  onChange(listener: (isLeft: boolean) => void): () => void {
    return this.#news.add(listener);
  }

  /** To be deleted now, or later where the keychain does not answer. */
  async forget(accounts: readonly string[]): Promise<void> {
    this.#set([...this.#left, ...accounts]);
    await this.retry();
  }

  /** A sign-in puts these in again. */
  keep(accounts: readonly string[]): void {
    if (this.#left.some((each) => accounts.includes(each))) this.#drop(accounts);
  }

  /** Tries to delete what was left. */
  async retry(): Promise<void> {
    const left = this.#left;
    if (left.length === 0) return;
    const gone = await Promise.all(left.map((account) => this.#delete(account)));
    this.#drop(left.filter((_, index) => gone[index]));
  }

  #drop(accounts: readonly string[]): void {
    this.#set(this.#left.filter((each) => !accounts.includes(each)));
    this.#news.tell(this.#left.length > 0);
  }

  #set(accounts: readonly string[]): void {
    this.#left = [...new Set(accounts)];
    this.#parts.accounts.set(this.#left);
  }

  #delete(account: string): Promise<boolean> {
    return this.#parts.vault.delete(account).then(
      () => true,
      () => false,
    );
  }
}
