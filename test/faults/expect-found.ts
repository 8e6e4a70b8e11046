import { describe, expect, test } from 'vitest';
import type { SabotageList } from './all-sabotages.ts';
import { findSabotage } from './find-sabotage.ts';
import { search } from './search.ts';
import type { FoundAgain } from './stored.ts';

interface Shown {
  readonly path: string;
}

/** Says where a breakage was found, where that is not in the file. */
export function sayWhere(seed: number, { found, isWhereStored }: FoundAgain<Shown>): void {
  if (!isWhereStored)
    console.log(
      `faults: seed ${seed}, found in schedule ${found?.path} and not where found-in.json says; stored anew by: npm run faults:find`,
    );
}

/** Whether the app as it is lives through a schedule in which a breakage shows: what fails without it too proves nothing. */
export const holdsUnbroken = async (seed: number, path: string, rare = false): Promise<boolean> =>
  (await search({ runs: 1, seed, only: Number(path), rare, shrink: false })) === null;

/** Expects that the proof finds each of these breakages, in at most 5,000 schedules of their seed. */
export function expectFound({ seed, sabotages }: SabotageList): void {
  describe('the proof finds an app that', () => {
    test.each(Object.entries(sabotages))('%s', async (name, sabotage) => {
      const again = await findSabotage(name, sabotage, seed);
      expect(again.found?.verdict.violations).not.toEqual([]);
      expect(again.found).not.toBeNull();
      expect(await holdsUnbroken(seed, again.found?.path ?? '')).toBe(true);
      sayWhere(seed, again);
    });
  });
}
