import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import type { Breakage } from './sabotages-of-source.ts';
import { type FoundAgain, findAgain } from './stored.ts';

/** A schedule in which a breakage shows: its number from the seed, and what it breaks. */
const FoundBreakage = v.object({ path: v.string(), violations: v.array(v.string()) });
export type FoundBreakage = v.InferOutput<typeof FoundBreakage>;

/** As many schedules as a breakage of one line has to be found in. */
const MOST_OF_SOURCE = 2000;

/** Looks through a seed's schedules, or at one of them only, with a line of the source broken. */
export function searchBroken(breakage: Breakage, seed: number, only?: number): Promise<FoundBreakage | null> {
  const runs = only === undefined ? MOST_OF_SOURCE : 1;
  return new Promise((resolve, reject) => {
    const workerData = { ...breakage, runs, seed, ...(only !== undefined && { only }) };
    const worker = new Worker(new URL('./break-source.ts', import.meta.url), { workerData });
    worker.once('message', (found) => resolve(v.parse(v.nullable(FoundBreakage), found)));
    worker.once('error', reject);
  });
}

/** Looks for a schedule in which a line that is another shows, first in the one where it did the last time. */
export const findBreakage = (
  name: string,
  breakage: Breakage,
  seed: number,
): Promise<FoundAgain<FoundBreakage>> =>
  findAgain(name, MOST_OF_SOURCE, (only) => searchBroken(breakage, seed, only));
