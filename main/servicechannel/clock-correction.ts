import type { ClockMemory, ServerClockOptions } from './clock.ts';

/** The measured clock as it is kept between runs, with the reports that it says nothing more of. */
export interface KeptClock extends ClockMemory {
  /**
   * Reports made before the one with this `seq` have their true times: they were clicked by a clock that was measured. It
   * may have been set since, while the app did not run, which is no news of them.
   */
  readonly rightBefore: number;
}

/** Keeps the clock between runs. */
export interface KeptClocks {
  get(): KeptClock | null;
  set(clock: KeptClock): void;
}

/** A correction of what was clicked from the report with `seq` `from` on. */
export interface Correction {
  /** ms */
  readonly by: number;
  readonly from: number;
  /** No clock had been measured before. */
  readonly first: boolean;
}

type Correct = (correction: Correction, beside: () => void) => boolean;

/** Keeps no clock between runs. */
const FORGETFUL: KeptClocks = { get: () => null, set: () => undefined };

/**
 * The correction of what was clicked, in one transaction with the clock by which it is corrected: apart, a crash in
 * between would correct it twice, or never. Of what the disk does not take it is still owed.
 */
export class ClockCorrection {
  readonly #memory: KeptClocks;
  readonly #correct: Correct;
  readonly #before: KeptClock | null;
  /** Null until it is known which reports were made before this run: until then nothing is kept. */
  #rightBefore: number | null = null;
  #newest: ClockMemory | null = null;
  #owed = 0;
  #isFirst = false;
  /** A clock that the disk did not take by itself. */
  #unkept: KeptClock | null = null;

  /**
   * @param correct corrects what was clicked and runs `beside`, or does neither and returns false
   */
  constructor(memory: KeptClocks | undefined, correct: Correct) {
    this.#memory = memory ?? FORGETFUL;
    this.#correct = correct;
    this.#before = this.#memory.get();
  }

  /** The reports of earlier runs are read. @param nextSeq the `seq` of the first report of this run */
  begin(nextSeq: number): void {
    const { isMeasured = false, rightBefore = 0 } = this.#before ?? {};
    this.#rightBefore = isMeasured ? nextSeq : rightBefore;
    // The next run must not take what is clicked from here on, before an answer came, for clicked by a measured clock.
    this.#keepAlone();
  }

  /** A correction of the reports' times that is not on disk yet, ms. */
  get owed(): number {
    return this.#owed;
  }

  /**
   * The clock turns out to be wrong by so much more than was known, ms. That is kept next, by `memory`.
   * @param first no clock had been measured before
   */
  leapt(by: number, first: boolean): void {
    this.#owed += by;
    this.#isFirst ||= first;
  }

  /** Keeps for the next run only a clock by which the reports on disk are corrected. */
  get memory(): NonNullable<ServerClockOptions['memory']> {
    return {
      get: () => this.#before,
      set: (clock) => {
        this.#newest = clock;
        if (this.#owed === 0) this.#keepAlone();
        else this.settle();
      },
    };
  }

  /** The newest clock, marked; null while nothing may be kept. */
  get #toKeep(): KeptClock | null {
    const [newest, rightBefore] = [this.#newest, this.#rightBefore];
    return newest && rightBefore !== null ? { ...newest, rightBefore } : null;
  }

  /** Corrects what it is owed to. */
  settle(): void {
    const by = this.#owed;
    const newest = this.#toKeep;
    // The correction itself must find nothing owed.
    this.#owed = 0;
    const correction = { by, from: this.#rightBefore ?? 0, first: this.#isFirst };
    const isKept = this.#correct(correction, () => newest && this.#memory.set(newest));
    if (!isKept) {
      this.#owed += by;
      return;
    }
    this.#isFirst = false;
    this.#unkept = null;
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

  #keepAlone(): void {
    const newest = this.#toKeep;
    if (!newest) return;
    try {
      this.#memory.set(newest);
      this.#unkept = null;
    } catch {
      // It is kept with the next report, or the next measure is.
      this.#unkept = newest;
    }
  }
}
