import { describe, expect, test } from 'vitest';
import type { SabotageList } from './all-sabotages.ts';
import { findSabotage } from './find-sabotage.ts';

/** Expects that the proof finds each of these breakages, in at most 5,000 schedules of their seed. */
export function expectFound({ seed, sabotages }: SabotageList): void {
  describe('the proof finds an app that', () => {
    test.each(Object.entries(sabotages))('%s', async (name, sabotage) => {
      const { found, isWhereStored } = await findSabotage(name, sabotage, seed);
      expect(found?.verdict.violations).not.toEqual([]);
      expect(found).not.toBeNull();
      if (!isWhereStored)
        console.log(
          `faults: seed ${seed}, found in schedule ${found?.path} and not where found-in.json says; stored anew by: npm run faults:find`,
        );
    });
  });
}
