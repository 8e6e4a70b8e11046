import { expect, test } from 'vitest';
import { holdsUnbroken, sayWhere } from './expect-found.ts';
import { findBreakage } from './find-breakage.ts';
import { SABOTAGES_OF_SOURCE } from './sabotages-of-source.ts';
import { SABOTAGE_SEED } from './seed.ts';

test.each(Object.entries(SABOTAGES_OF_SOURCE))('the proof finds an app that %s', async (name, breakage) => {
  const again = await findBreakage(name, breakage, SABOTAGE_SEED);
  expect(again.found).not.toBeNull();
  expect(again.found?.violations).not.toEqual([]);
  expect(await holdsUnbroken(SABOTAGE_SEED, again.found?.path ?? '', breakage.rare)).toBe(true);
  sayWhere(SABOTAGE_SEED, again);
});
