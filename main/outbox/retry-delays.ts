import { backoff } from '../servicechannel/backoff.ts';
import type { System } from '../servicechannel/system.ts';

/**
 * Delays the next try of things, by name. Kept by timers and not by instants: the clock may be set while they run,
 * and a report would then wait for a day, or not at all.
 */
export class RetryDelays {
  readonly #system: System;
  readonly #onRelease: (name: string) => void;
  readonly #timers = new Map<string, () => void>();
  readonly #attempts = new Map<string, number>();

  constructor(system: System, onRelease: (name: string) => void) {
    this.#system = system;
    this.#onRelease = onRelease;
  }

  has(name: string): boolean {
    return this.#timers.has(name);
  }

  /** Delays for `ms` from now; replaces the delay before. */
  delay(name: string, ms: number): void {
    this.#timers.get(name)?.();
    const cancel = this.#system.after(ms, () => {
      this.#timers.delete(name);
      this.#onRelease(name);
    });
    this.#timers.set(name, cancel);
  }

  /** Delays longer each time, by chance: 2 s … 5 min, at least `least` ms. */
  later(name: string, least = 0): void {
    const attempt = (this.#attempts.get(name) ?? 0) + 1;
    this.#attempts.set(name, attempt);
    this.delay(name, Math.max(least, backoff(attempt, this.#system.random())));
  }

  /** The first time it may be tried again at once, from then on later and later. */
  again(name: string): void {
    if (this.#attempts.has(name)) this.later(name);
    else this.#attempts.set(name, 0);
  }

  /** May be tried now, as if for the first time. */
  forget(name: string): void {
    this.release(name);
    this.#attempts.delete(name);
  }

  /** May be tried now; `onRelease` is not called. */
  release(name: string): void {
    this.#timers.get(name)?.();
    this.#timers.delete(name);
  }

  /** All of them may be tried now. */
  releaseAll(): void {
    for (const name of [...this.#timers.keys()]) this.release(name);
  }
}
