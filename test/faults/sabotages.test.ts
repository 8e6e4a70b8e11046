import { expect, test } from 'vitest';
import { LISTED } from './all-sabotages.ts';
import { expectFound } from './expect-found.ts';
import { WRAPPED } from './sabotage.ts';
import { report, search } from './search.ts';
import { SABOTAGE_SEED } from './seed.ts';

expectFound(LISTED);

test('the wrapping of a breakage is not what is found', async () => {
  const found = await search({ runs: 200, seed: SABOTAGE_SEED, sabotage: WRAPPED, shrink: false });
  expect(found && report(found, SABOTAGE_SEED)).toBeNull();
});
