import { HOUR, SECOND } from '../visit/time.ts';
import { forgetAbsencesAside } from './absences.ts';
import type { SqlConnection } from './connection.ts';
import { backUp, copyDueAt } from './copies.ts';
import { type Examination, examineAside } from './examine-aside.ts';
import type { VisitsStore } from './visits-store.ts';

/** The tray comes first (ms). */
const FIRST_AFTER = 2 * SECOND;
/** The least time before a failed check or copy is tried again (ms). */
const AGAIN_AFTER = HOUR;

/** Timers, and where an unexpected error goes. */
export interface UpkeepParts {
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Looks after the database while the app runs, beginning a moment after its start: checks it from end to end, lets go
 * of old tries, and makes the daily copy of one that is sound.
 */
export class Upkeep {
  readonly #connection: SqlConnection;
  readonly #visits: VisitsStore;
  readonly #folder: string;
  readonly #now: () => number;
  #parts: UpkeepParts | null = null;
  #examination: Examination | null = null;
  #round: Promise<void> | null = null;
  #cancel: () => void = () => undefined;

  constructor(connection: SqlConnection, visits: VisitsStore, folder: string, now: () => number) {
    this.#connection = connection;
    this.#visits = visits;
    this.#folder = folder;
    this.#now = now;
  }

  /** Begins. The first look comes a few seconds later, the next ones when a copy is due. */
  start(parts: UpkeepParts): void {
    this.#parts = parts;
    this.#later(FIRST_AFTER);
  }

  /** Ends for good; what is under way is given up. */
  stop(): void {
    this.#parts = null;
    this.#cancel();
    this.#examination?.end();
  }

  /** A computer that slept may have missed the time of a copy: call it when it wakes. */
  look(): void {
    if (this.#parts && !this.#round && this.#now() >= copyDueAt(this.#folder)) this.#later(0);
  }

  /** It looks after the database just now. */
  get isUnderWay(): boolean {
    return this.#round !== null;
  }

  /** Resolves when the look that is under way is over. */
  async settled(): Promise<void> {
    await this.#round;
  }

  #later(ms: number): void {
    this.#cancel();
    this.#cancel =
      this.#parts?.after(ms, () => {
        this.#round = this.#run().finally(() => {
          this.#round = null;
        });
      }) ?? (() => undefined);
  }

  async #run(): Promise<void> {
    try {
      await this.#lookAfter();
      this.#later(Math.max(AGAIN_AFTER, copyDueAt(this.#folder) - this.#now()));
    } catch (error) {
      // A copy that was cancelled is no failure.
      this.#parts?.onError(error);
      this.#later(AGAIN_AFTER);
    }
  }

  async #lookAfter(): Promise<void> {
    const isSound = await this.#isSound();
    if (!this.#parts) return;
    if (!isSound && !this.#visits.mend()) return;
    while (this.#parts && this.#visits.trim()) await new Promise((resolve) => setImmediate(resolve));
    if (!this.#parts) return;
    await backUp(this.#connection.db, this.#folder, this.#now());
    // The log keeps what was deleted until it is begun anew.
    if (this.#parts) this.#connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    if (this.#parts) forgetAbsencesAside(this.#folder, this.#now());
  }

  /** Is nothing wrong with the file? A copy is never made of one that was not looked at. */
  async #isSound(): Promise<boolean> {
    const examination = examineAside(this.#folder);
    this.#examination = examination;
    try {
      return (await examination.diagnosis).fault === null;
    } finally {
      this.#examination = null;
    }
  }
}
