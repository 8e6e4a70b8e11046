import { describe, expect, test } from 'vitest';
import type { Sabotage } from './sabotage.ts';
import { search } from './search.ts';

/** Expects that the proof finds each of these breakages, in at most 5,000 schedules of a seed. */
export function expectFound(sabotages: Readonly<Record<string, Sabotage>>, seed: number): void {
  describe('the proof finds an app that', () => {
    test.each(Object.entries(sabotages))('%s', async (_name, sabotage) => {
      // The rarest of them (a note that is lost) shows in one schedule of a thousand.
      const found = await search({ runs: 5000, seed, sabotage, shrink: false });
      expect(found?.verdict.violations).not.toEqual([]);
      expect(found).not.toBeNull();
    });
  });
}
