import FOUND_IN from './found-in.json' with { type: 'json' };
import type { Sabotage } from './sabotage.ts';
import { type Found, search } from './search.ts';

/** In which schedule of its list's seed each breakage showed first, the last time that `npm run faults:find` ran. */
const foundIn: ReadonlyMap<string, number> = new Map(Object.entries(FOUND_IN));

/** The rarest of them (a note that is lost) shows in one schedule of a thousand. */
export const MOST_RUNS = 5000;

export interface FoundSabotage {
  readonly found: Found | null;
  /** It was found where found-in.json says, so that no other schedule ran. */
  readonly isWhereStored: boolean;
}

/**
 * The first of a seed's 5,000 schedules in which a breakage shows. The one where it did the last time is tried alone
 * before: looking through all that come before it took minutes.
 */
export async function findSabotage(name: string, sabotage: Sabotage, seed: number): Promise<FoundSabotage> {
  const only = foundIn.get(name);
  const there =
    only === undefined || only >= MOST_RUNS
      ? null
      : await search({ runs: 1, only, seed, sabotage, shrink: false });
  if (there) return { found: there, isWhereStored: true };
  const found = await search({ runs: MOST_RUNS, seed, sabotage, shrink: false });
  return { found, isWhereStored: false };
}
