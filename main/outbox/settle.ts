import { SECOND } from '../visit/time.ts';
import type { Look } from './reader.ts';
import { type System, wait } from './system.ts';

/** After a report became unknown: 3 s, 15 s, and once more for a look that failed. Decided before 45 s (rule 3). */
export const FIRST_LOOK = 3 * SECOND;
const BETWEEN_LOOKS = 12 * SECOND;
const MOST_LOOKS = 3;
/** The last look may take this long, so that the decision falls within 45 s. */
const LAST_LOOK_MAY_TAKE = 12 * SECOND;

/** How an unknown outcome was settled. `unreachable`: only the connection failed. `over`: there is nothing to settle any more. */
export type Verdict = Look | 'over';

/**
 * Looks until the outcome is known: there once, or absent twice. A single absence proves nothing, the request may
 * still be on its way. What lies between two looks is a timer's time: a clock that is set meanwhile must not bring
 * them together.
 * @param delay ms until the first look
 * @param lookOnce one look
 */
export async function settle(
  system: System,
  delay: number,
  lookOnce: (signal: AbortSignal) => Promise<Verdict>,
): Promise<Verdict> {
  const seen: Verdict[] = [];
  await wait(system, delay);
  for (let n = 1; n <= MOST_LOOKS; n++) {
    const pause = wait(system, BETWEEN_LOOKS);
    const look = await bounded(system, lookOnce);
    if (look === 'there' || look === 'over') return look;
    seen.push(look);
    if (seen.filter((each) => each === 'absent').length === 2) return 'absent';
    if (seen.filter((each) => each === 'unclear').length === 2) return 'unclear';
    if (n < MOST_LOOKS) await pause;
  }
  return seen.includes('unclear') ? 'unclear' : 'unreachable';
}

/** A look that takes too long is given up, whatever it waits for: a token call does not heed the signal. */
function bounded(system: System, lookOnce: (signal: AbortSignal) => Promise<Verdict>): Promise<Verdict> {
  const stop = new AbortController();
  return new Promise((resolve) => {
    const cancel = system.after(LAST_LOOK_MAY_TAKE, () => {
      stop.abort();
      resolve('unreachable');
    });
    const done = (look: Verdict) => {
      cancel();
      resolve(look);
    };
    lookOnce(stop.signal).then(done, () => done('unreachable'));
  });
}
