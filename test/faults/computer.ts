import type { SteadyClock } from '../../main/servicechannel/clock.ts';
import type { KeptClock } from '../../main/servicechannel/clock-correction.ts';
import type { Clocks } from './sabotage.ts';

/** This computer's clocks: the one that people set, and the one that only counts from the computer's start. */
export class Computer {
  readonly #trueNow: () => number;
  /** How far the clock has been ahead, ms, each since an instant of true time; the newest first. */
  #skews: readonly { readonly from: number; readonly ahead: number }[];
  #startedAt: number;
  #memory: KeptClock | null = null;
  /** How far the clock was ahead when that was kept, ms, and whether the computer has been started anew since. */
  #skewKept: number;
  #rebooted = false;
  /** How often the clock was set: what was measured across that says nothing. */
  steps = 0;
  /** It was set ahead. */
  steppedForward = false;
  /**
   * When it was last set in a way that no app can notice (true time, ms): how late an earlier click was
   * cannot be told. Null: it never was.
   */
  lostAt: number | null = null;

  /** @param skew how far the clock is ahead of the true time, ms */
  constructor(trueNow: () => number, skew: number) {
    this.#trueNow = trueNow;
    this.#skews = [{ from: Number.NEGATIVE_INFINITY, ahead: skew }];
    this.#skewKept = skew;
    this.#startedAt = trueNow() - 60_000;
  }

  get #skew(): number {
    return this.#skews[0]?.ahead ?? 0;
  }

  /** How far the clock was ahead when it showed this, ms. */
  #skewWhen(wall: number): number {
    const isThen = ({ from, ahead }: { from: number; ahead: number }) =>
      wall - ahead >= from && wall - ahead <= this.#trueNow();
    return this.#skews.find(isThen)?.ahead ?? this.#skew;
  }

  /** The clock that people set, ms. */
  readonly now = (): number => this.#trueNow() + this.#skew;

  readonly steady: SteadyClock = { now: () => this.#trueNow() - this.#startedAt, countsSleep: true };

  /** Added to this computer's clock it gives the true time, ms. */
  get error(): number {
    return -this.#skew;
  }

  /** The app's memory of its clock between runs. */
  get memory(): KeptClock | null {
    return this.#memory;
  }

  set memory(memory: KeptClock | null) {
    this.#memory = memory;
    // One that the disk did not take is kept with a later report, and says what the clock was then.
    this.#skewKept = memory ? this.#skewWhen(memory.wall) : this.#skew;
    this.#rebooted = false;
  }

  /** Both clocks and the memory as the app has them. @param write writes to the disk, or throws */
  clocks(write: (keep: () => void) => void): Clocks {
    return {
      steady: this.steady,
      memory: {
        get: () => this.memory,
        set: (memory) =>
          write(() => {
            this.memory = memory;
          }),
      },
    };
  }

  set(ms: number): void {
    this.#skews = [{ from: this.#trueNow(), ahead: this.#skew + ms }, ...this.#skews];
    this.steps += 1;
    if (ms > 0) this.steppedForward = true;
  }

  /** Starts the computer anew. */
  reboot(): void {
    this.#startedAt = this.#trueNow();
    this.#rebooted = true;
  }

  /**
   * The app starts. That its clock was set back by 30 s or more it can see; everything else looks like a clock that is a
   * little off, or like a computer that was started anew.
   */
  appStarts(): void {
    const step = this.#skew - this.#skewKept;
    if (step > 0 || (step < 0 && (this.#rebooted || step > -31_000))) this.lostAt = this.#trueNow();
  }
}
