import type { ClockMemory, ServerClockOptions } from './clock.ts';

type Memory = NonNullable<ServerClockOptions['memory']>;

/** Keeps no clock between runs. */
const FORGETFUL: Memory = { get: () => null, set: () => undefined };

/**
 * The correction of what was clicked, in one transaction with the clock by which it is corrected: apart, a crash in
 * between would correct it twice, or never. Of what the disk does not take it is still owed.
 */
export class ClockCorrection {
  readonly #memory: Memory;
  readonly #correct: (by: number, beside: () => void) => boolean;
  #newest: ClockMemory | null = null;
  #owed = 0;
  /** A clock that the disk did not take by itself. */
  #unkept: ClockMemory | null = null;

  /** @param correct corrects what was clicked by so much (ms) and runs `beside`, or does neither and returns false */
  constructor(memory: Memory | undefined, correct: (by: number, beside: () => void) => boolean) {
    this.#memory = memory ?? FORGETFUL;
    this.#correct = correct;
  }

  /** A correction of the reports' times that is not on disk yet, ms. */
  get owed(): number {
    return this.#owed;
  }

  /** The clock turns out to be wrong by so much more than was known, ms. That is kept next, by `memory`. */
  leapt(by: number): void {
    this.#owed += by;
  }

  /** Keeps for the next run only a clock by which the reports on disk are corrected. */
  get memory(): Memory {
    return {
      get: () => this.#memory.get(),
      set: (newest) => {
        this.#newest = newest;
        if (this.#owed === 0) this.#keepAlone(newest);
        else this.settle();
      },
    };
  }

  /** Corrects what it is owed to. */
  settle(): void {
    const by = this.#owed;
    const newest = this.#newest;
    // The correction itself must find nothing owed.
    this.#owed = 0;
    const isKept = this.#correct(by, () => newest && this.#memory.set(newest));
    if (isKept) this.#unkept = null;
    else this.#owed += by;
  }

  /**
   * Does a save of reports, with the clock by which they are corrected where the disk has not taken that yet: without it
   * the next run could not tell that the clock was set in between.
   * @param beside what else is kept with them
   * @param save saves them, and runs what it is given in the same transaction
   */
  keptWith(beside: (() => void) | undefined, save: (beside: (() => void) | undefined) => void): void {
    const unkept = this.#unkept;
    const both = () => {
      if (unkept) this.#memory.set(unkept);
      beside?.();
    };
    save(unkept ? both : beside);
    if (this.#unkept === unkept) this.#unkept = null;
  }

  #keepAlone(newest: ClockMemory): void {
    try {
      this.#memory.set(newest);
      this.#unkept = null;
    } catch {
      // It is kept with the next report, or the next measure is.
      this.#unkept = newest;
    }
  }
}
