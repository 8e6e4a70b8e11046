/** When a request is tried again: how long after a failure, and how a limit that is shared is spread. */

const FIRST_MS = 2_000;
const MOST_MS = 300_000;
const LEAST_MS = 500;

/**
 * How long to wait before try number `attempt` (1 is the first repeat), ms: 2 s doubling to 5 min with full jitter.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoff(attempt: number, random: number): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 20));
  return Math.max(LEAST_MS, Math.floor(random * most));
}

/** Longer, and those who come last would leave the limit unused; shorter, and they are refused more often (docs/fleet.md). */
const MOST_SPREAD_MS = 240_000;

/**
 * Over how long to spread the next try after a 429, ms: as long as the server asks to wait, twice as long each time,
 * up to 4 min. A thousand clients that share one limit are all told the same instant.
 * @param before what it was after the last 429; 0 when there was none
 */
export const spread = (before: number, retryAfterMs: number): number =>
  Math.min(MOST_SPREAD_MS, Math.max(retryAfterMs, 2 * before));
