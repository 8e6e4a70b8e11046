import { type System, wait } from '../servicechannel/system.ts';
import { SECOND } from '../visit/time.ts';
import type { ReadBack } from './read-back-step.ts';

/** While reads may be behind: one 3 s after the request ended and one at 15 s, for an early *there*. */
export const FIRST_READ = 3 * SECOND;
const BETWEEN_READS = 12 * SECOND;
const EARLY_READS = 2;
/** Then one that proves *absent*, and two more where that one failed. */
const LATE_READS = 3;
/** A read may take this long, so that the decision falls within 100 s of the request's end (rule 3). */
const READ_MAY_TAKE = 12 * SECOND;

/** How an unknown outcome was decided. `unreachable`: only the connection failed. `over`: there is nothing to decide any more. */
export type Verdict = ReadBack | 'over';

export interface Reading {
  /** Ms until the first read. */
  readonly first: number;
  /** Does *there* count while reads may be behind? It doesn't where an older state looks the same. */
  readonly countsEarly: boolean;
  readonly isBehind: () => boolean;
  readonly caughtUp: () => Promise<void>;
  readonly readOnce: (signal: AbortSignal) => Promise<Verdict>;
}

/**
 * Reads back until the outcome is known: *there* at once, *absent* by the first read that cannot be behind the request.
 * The times between reads are a timer's: a clock that is set meanwhile must not bring them together.
 */
export async function readUntilDecided(system: System, reading: Reading): Promise<Verdict> {
  await wait(system, reading.first);
  const early = reading.countsEarly ? await readEarly(system, reading) : null;
  if (early) return early;
  await reading.caughtUp();
  return readLate(system, reading);
}

async function readEarly(system: System, { isBehind, readOnce }: Reading): Promise<Verdict | null> {
  for (let n = 1; n <= EARLY_READS && isBehind(); n++) {
    const pause = wait(system, BETWEEN_READS);
    const read = await bounded(system, readOnce);
    if (read === 'there' || read === 'over') return read;
    if (n < EARLY_READS) await pause;
  }
  return null;
}

async function readLate(system: System, { readOnce }: Reading): Promise<Verdict> {
  const unclear: Verdict[] = [];
  for (let n = 1; n <= LATE_READS; n++) {
    const pause = wait(system, BETWEEN_READS);
    const read = await bounded(system, readOnce);
    if (read !== 'unclear' && read !== 'unreachable') return read;
    if (read === 'unclear') unclear.push(read);
    if (unclear.length === 2) break;
    if (n < LATE_READS) await pause;
  }
  return unclear[0] ?? 'unreachable';
}

/** A read that takes too long is given up, even while it waits for a token: a token call does not follow the signal. */
function bounded(system: System, readOnce: (signal: AbortSignal) => Promise<Verdict>): Promise<Verdict> {
  const stop = new AbortController();
  return new Promise((resolve) => {
    const cancel = system.after(READ_MAY_TAKE, () => {
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
