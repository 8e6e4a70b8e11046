import { describe, expect, test } from 'vitest';
import { SABOTAGES } from './sabotages.ts';
import { SABOTAGES_OF_CLOCK } from './sabotages-of-clock.ts';
import { SABOTAGES_OF_REFUSALS } from './sabotages-of-refusals.ts';
import { SABOTAGES_OF_REPAIRS } from './sabotages-of-repairs.ts';
import { SABOTAGES_OF_UNDO } from './sabotages-of-undo.ts';
import { SABOTAGES_UNLISTED } from './sabotages-unlisted.ts';
import { search } from './search.ts';
import { SEED } from './seed.ts';

const ALL = {
  ...SABOTAGES,
  ...SABOTAGES_OF_REPAIRS,
  ...SABOTAGES_OF_UNDO,
  ...SABOTAGES_OF_CLOCK,
  ...SABOTAGES_OF_REFUSALS,
  ...SABOTAGES_UNLISTED,
};

describe('the proof finds an app that', () => {
  test.each(Object.entries(ALL))('%s', { timeout: 240_000 }, async (_name, sabotage) => {
    // The rarest of them (a note that is lost) shows in one schedule of a thousand.
    const found = await search({ runs: 5000, seed: SEED, sabotage, shrink: false });
    expect(found?.verdict.violations).not.toEqual([]);
    expect(found).not.toBeNull();
  });
});
