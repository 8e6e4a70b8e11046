import { apart, Listeners, messageOf } from '../listeners.ts';
import type { SqlConnection } from './connection.ts';
import { condemn, databaseIn, type Opened, openAgain, openLastCopy } from './database.ts';

/** A database that was found damaged while it was in use. */
export type Damage =
  | ({ readonly kind: 'set-aside' } & NonNullable<Opened['setAside']>)
  /** It could not be replaced now, for this reason: the next start sets it aside. */
  | { readonly kind: 'in-use'; readonly path: string; readonly detail: string };

/** Puts the last good copy in the place of the open database when that is found damaged. */
export class Recovery {
  readonly #connection: SqlConnection;
  readonly #folder: string;
  readonly #now: () => number;
  readonly #found = new Listeners<Damage>();

  constructor(connection: SqlConnection, folder: string, now: () => number) {
    this.#connection = connection;
    this.#folder = folder;
    this.#now = now;
  }

  /** Calls back when a damaged database was found, and what was done; the returned function ends that. */
  onFound(listener: (damage: Damage) => void): () => void {
    return this.#found.add(listener);
  }

  /**
   * Sets the open database aside, as a start does.
   * @param refill keeps in the copy what is known better than the copy knows it
   * @returns whether a sound database is open now
   */
  replace(refill: () => void): boolean {
    try {
      this.#connection.db.close();
      const { db, setAside } = openLastCopy(this.#folder, this.#now());
      this.#connection.replace(db);
      refill();
      if (setAside) this.#found.tell({ kind: 'set-aside', ...setAside });
      return true;
    } catch (error) {
      this.#goOn(error);
      return false;
    }
  }

  /** Goes on with the damaged file until the next start, keeping in it what it still takes. */
  #goOn(error: unknown): void {
    const path = databaseIn(this.#folder);
    this.#found.tell({ kind: 'in-use', path, detail: messageOf(error) });
    apart(() => condemn(path));
    apart(() => {
      if (!this.#connection.db.isOpen) this.#connection.replace(openAgain(this.#folder, this.#now()));
    });
  }
}
