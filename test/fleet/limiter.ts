const WINDOW = 60_000;

/**
 * ServiceChannel's limit as the reference has it: so many requests in any 60 s, for all who share a client id. A
 * request that is refused does not count. Token calls count too, which is not published: the harder case.
 */
export class Limiter {
  readonly #perMinute: number;
  readonly #now: () => number;
  /** Instants of the requests that passed, oldest first; those before `#first` have left the window. */
  readonly #passed: number[] = [];
  #first = 0;

  constructor(perMinute: number, now: () => number) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Lets a request pass (null), or says after how many seconds there is room again. */
  take(): number | null {
    const now = this.#now();
    while ((this.#passed[this.#first] ?? now) <= now - WINDOW) this.#first += 1;
    const oldest = this.#passed[this.#first];
    if (oldest !== undefined && this.#passed.length - this.#first >= this.#perMinute)
      return Math.max(1, Math.ceil((oldest + WINDOW - now) / 1000));
    this.#passed.push(now);
    return null;
  }
}
