import { backoff, spread } from '../servicechannel/backoff.ts';
import type { System } from '../servicechannel/system.ts';
import { MINUTE } from '../visit/time.ts';
import { RetryDelays } from './retry-delays.ts';

const OFFLINE = 'offline';
const RATE_LIMIT = 'rate-limit';

/** A company's rush at the end of the day lasts about so long (docs/fleet.md), ms. */
const RUSH = 60 * MINUTE;

/** Delays all reports while there is no connection, or after ServiceChannel said that there are too many requests. */
export class ConnectionDelays {
  readonly #system: System;
  readonly #onChange: () => void;
  readonly #delays: RetryDelays;
  #between: string | null = null;
  #offline: { readonly since: number; readonly attempts: number } | null = null;
  /** Over how long the next try after a 429 is spread, ms. */
  #spread = 0;
  /** When ServiceChannel last said that there are too many requests, by this computer's clock (ms). */
  #limitedAt = Number.NEGATIVE_INFINITY;

  /** @param onChange the connection is gone or back, or something in between answers */
  constructor(system: System, onRelease: () => void, onChange: () => void) {
    this.#system = system;
    this.#onChange = onChange;
    this.#delays = new RetryDelays(system, onRelease);
  }

  get isDelayed(): boolean {
    return this.#delays.has(OFFLINE) || this.#delays.has(RATE_LIMIT);
  }

  /** Since when there has been no connection, ms; null while there is one or nothing was tried. */
  get offlineSince(): number | null {
    return this.#offline?.since ?? null;
  }

  /** The last answer where it was not ServiceChannel's, such as `HTTP 403`; else null. */
  get between(): string | null {
    return this.#between;
  }

  /** Others wait for the same limit: only reports are sent. */
  get isRush(): boolean {
    return Math.abs(this.#system.now() - this.#limitedAt) < RUSH;
  }

  /** Many may share the limit and were told the same: those who come back together are refused together. */
  afterRateLimit(retryAfterMs: number): void {
    this.#limitedAt = this.#system.now();
    this.#spread = spread(this.#spread, retryAfterMs);
    this.#delays.delay(RATE_LIMIT, retryAfterMs + Math.floor(this.#system.random() * this.#spread));
  }

  /** @param between the error of something in between that cannot be trusted; null: nothing answered at all */
  wentOffline(between: string | null = null): void {
    const attempts = (this.#offline?.attempts ?? 0) + 1;
    this.#delays.delay(OFFLINE, backoff(attempts, this.#system.random()));
    this.#offline = { since: this.#offline?.since ?? this.#system.now(), attempts };
    this.#between = between;
    this.#onChange();
  }

  /** The network may be back: what only waits for that may be tried now. */
  releaseOffline(): void {
    this.#delays.release(OFFLINE);
  }

  /** Something between this computer and ServiceChannel has answered. */
  answeredBetween(detail: string): void {
    this.#between = detail;
    this.#onChange();
  }

  /** ServiceChannel has answered for certain. */
  answered(): void {
    this.#spread = 0;
    if (!this.#offline && this.#between === null) return;
    this.#offline = null;
    this.#between = null;
    this.#onChange();
  }
}
