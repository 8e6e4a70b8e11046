import { type System, wait } from '../servicechannel/system.ts';
import { SECOND } from '../visit/time.ts';
import type { ReadBack } from './read-back-step.ts';

/** After a report became unknown: 3 s, 15 s, and once more for a read that failed. Decided before 45 s (rule 3). */
export const FIRST_READ = 3 * SECOND;
const BETWEEN_READS = 12 * SECOND;
const MOST_READS = 3;
/** The last read may take this long, so that the decision falls within 45 s. */
const LAST_READ_MAY_TAKE = 12 * SECOND;

/** How an unknown outcome was decided. `unreachable`: only the connection failed. `over`: there is nothing to decide any more. */
export type Verdict = ReadBack | 'over';

/**
 * Reads back until the outcome is known: there once, or absent twice. A single absence proves nothing, the request may
 * still be on its way. The time between two reads is a timer's: a clock that is set meanwhile must not bring them
 * together.
 * @param delay ms until the first read
 */
export async function readUntilDecided(
  system: System,
  delay: number,
  readOnce: (signal: AbortSignal) => Promise<Verdict>,
): Promise<Verdict> {
  const seen: Verdict[] = [];
  await wait(system, delay);
  for (let n = 1; n <= MOST_READS; n++) {
    const pause = wait(system, BETWEEN_READS);
    const read = await bounded(system, readOnce);
    if (read === 'there' || read === 'over') return read;
    seen.push(read);
    if (seen.filter((each) => each === 'absent').length === 2) return 'absent';
    if (seen.filter((each) => each === 'unclear').length === 2) return 'unclear';
    if (n < MOST_READS) await pause;
  }
  return seen.includes('unclear') ? 'unclear' : 'unreachable';
}

/** A read that takes too long is given up, whatever it waits for: a token call does not follow the signal. */
function bounded(system: System, readOnce: (signal: AbortSignal) => Promise<Verdict>): Promise<Verdict> {
  const stop = new AbortController();
  return new Promise((resolve) => {
    const cancel = system.after(LAST_READ_MAY_TAKE, () => {
      stop.abort();
      resolve('unreachable');
    });
    const done = (read: Verdict) => {
      cancel();
      resolve(read);
    };
    readOnce(stop.signal).then(done, () => done('unreachable'));
  });
}
