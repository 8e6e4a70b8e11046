import type { Unsent } from '../servicechannel/answers.ts';

/** Why there is no token: the token endpoint has asked to wait. */
export const tooSoon = (retryAfterMs: number): Unsent => ({
  kind: 'unsent',
  why: 'rate-limit',
  retryAfterMs,
  detail: 'token calls',
});

/** Why there is no token: nobody is signed in. */
export const signedOut = (detail: string): Unsent => ({
  kind: 'unsent',
  why: 'signed-out',
  retryAfterMs: null,
  detail,
});

/** How long the token endpoint has asked to wait. */
export class TokenWait {
  #told: { readonly at: number; readonly ms: number } | null = null;

  /** @param at this computer's clock, ms */
  told(at: number, ms: number): void {
    this.#told = { at, ms };
  }

  /** Ms until the next token call, 0 or less: now. A clock that was set back meanwhile makes nobody wait for the old time. */
  left(now: number): number {
    if (!this.#told || now < this.#told.at) return 0;
    return this.#told.at + this.#told.ms - now;
  }
}
