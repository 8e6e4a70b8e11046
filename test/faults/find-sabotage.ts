import type { Sabotage } from './sabotage.ts';
import { type Found, search } from './search.ts';
import { type FoundAgain, findAgain } from './stored.ts';

/** The rarest of them (a note that is lost) shows in one schedule of a thousand. */
const MOST_RUNS = 5000;

/** Looks through a seed's first 5,000 schedules, or at one of them only, for one in which a breakage shows. */
export const searchSabotaged = (sabotage: Sabotage, seed: number, only?: number): Promise<Found | null> =>
  search({
    ...(only === undefined ? { runs: MOST_RUNS } : { runs: 1, only }),
    seed,
    sabotage,
    shrink: false,
  });

/** Looks for a schedule in which a breakage shows, first in the one where it did the last time. */
export const findSabotage = (name: string, sabotage: Sabotage, seed: number): Promise<FoundAgain<Found>> =>
  findAgain(name, MOST_RUNS, (only) => searchSabotaged(sabotage, seed, only));
