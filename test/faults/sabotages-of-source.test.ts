import { expect, test } from 'vitest';
import { findBreakage } from './find-breakage.ts';
import { SABOTAGES_OF_SOURCE } from './sabotages-of-source.ts';
import { SABOTAGE_SEED } from './seed.ts';

test.each(Object.entries(SABOTAGES_OF_SOURCE))('the proof finds an app that %s', async (name, breakage) => {
  const found = await findBreakage(name, breakage, SABOTAGE_SEED);
  expect(found).not.toBeNull();
  expect(found?.violations).not.toEqual([]);
});
