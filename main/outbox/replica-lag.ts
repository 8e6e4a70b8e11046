import type { System } from '../servicechannel/system.ts';
import { MINUTE } from '../visit/time.ts';

/**
 * ServiceChannel answers reads from copies that may be up to 30 s behind (API.md). Only a read that began so long after
 * a request ended proves that the request recorded nothing (rule 3), ms.
 */
export const CAUGHT_UP_AFTER = MINUTE;

interface Behind {
  readonly until: Promise<void>;
  readonly end: () => void;
}

/**
 * Knows about which reports and work orders reads may still be behind. Counted by timers: a clock that is set meanwhile
 * must not shorten it.
 */
export class ReplicaLag {
  readonly #system: System;
  readonly #behind = new Map<string, Behind>();

  constructor(system: System) {
    this.#system = system;
  }

  /** A request about `what` has ended, or will have ended in `ms` at the latest. */
  ended(what: string, ms = 0): void {
    this.#behind.get(what)?.end();
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = () => {
      if (this.#behind.get(what)?.until === promise) this.#behind.delete(what);
      cancel();
      resolve();
    };
    const cancel = this.#system.after(ms + CAUGHT_UP_AFTER, end);
    this.#behind.set(what, { until: promise, end });
  }

  /**
   * A request about `what` left at `since` and may take `timeout` ms. It may still be on its way until then; the clock
   * may have been set since.
   */
  leftAt(what: string, since: number, timeout: number): void {
    const now = this.#system.now();
    this.ended(what, Math.max(0, Math.min(since, now) + timeout - now));
  }

  /** May a read that begins now be older than the end of the last request about `what`? */
  isBehind(what: string): boolean {
    return this.#behind.has(what);
  }

  /** Resolves as soon as it is not behind. */
  async caughtUp(what: string): Promise<void> {
    for (let behind = this.#behind.get(what); behind; behind = this.#behind.get(what)) await behind.until;
  }
}
