import { SECOND } from '../visit/time.ts';
import type { Look } from './look.ts';
import { type Seams, wait } from './seams.ts';

/** After a report became unknown: 3 s, 15 s, and once more for a look that failed. Decided before 45 s (rule 3). */
export const FIRST_LOOK = 3 * SECOND;
const BETWEEN_LOOKS = 12 * SECOND;
const MOST_LOOKS = 3;
/** The last look may take this long, so that the decision falls within 45 s. */
const LAST_LOOK_MAY_TAKE = 12 * SECOND;

/** How an unknown outcome was settled. `can’t tell` says whether it was only the connection that failed. */
export type Verdict = 'there' | 'absent' | 'unclear' | 'unreachable';

/**
 * Looks until the outcome is known: there once, or absent twice. A single absence proves nothing, the request may
 * still be on its way.
 * @param firstLookAt ms by the seams' clock
 * @param lookOnce one look; must return by the deadline its signal carries
 */
export async function settle(
  seams: Seams,
  firstLookAt: number,
  lookOnce: (signal: AbortSignal) => Promise<Look>,
): Promise<Verdict> {
  const seen: Look[] = [];
  for (let n = 0; n < MOST_LOOKS; n++) {
    await wait(seams, firstLookAt + n * BETWEEN_LOOKS - seams.now());
    seen.push(await bounded(seams, lookOnce));
    if (seen.at(-1) === 'there') return 'there';
    if (seen.filter((look) => look === 'absent').length === 2) return 'absent';
    if (seen.filter((look) => look === 'unclear').length === 2) return 'unclear';
  }
  return seen.includes('unclear') ? 'unclear' : 'unreachable';
}

async function bounded(seams: Seams, lookOnce: (signal: AbortSignal) => Promise<Look>): Promise<Look> {
  const stop = new AbortController();
  const cancel = seams.after(LAST_LOOK_MAY_TAKE, () => stop.abort());
  try {
    return await lookOnce(stop.signal);
  } finally {
    cancel();
  }
}
