import { expect, test } from 'vitest';
import { expectFound } from './expect-found.ts';
import { WRAPPED } from './sabotage.ts';
import { SABOTAGES } from './sabotages.ts';
import { SABOTAGES_OF_A_READER } from './sabotages-of-a-reader.ts';
import { SABOTAGES_OF_CLOCK } from './sabotages-of-clock.ts';
import { SABOTAGES_OF_CORRECTIONS } from './sabotages-of-corrections.ts';
import { SABOTAGES_OF_QUESTIONS } from './sabotages-of-questions.ts';
import { SABOTAGES_OF_REFUSALS } from './sabotages-of-refusals.ts';
import { SABOTAGES_OF_REPAIRS } from './sabotages-of-repairs.ts';
import { SABOTAGES_OF_UNDO } from './sabotages-of-undo.ts';
import { report, search } from './search.ts';
import { SABOTAGE_SEED } from './seed.ts';

const ALL = {
  ...SABOTAGES,
  ...SABOTAGES_OF_REPAIRS,
  ...SABOTAGES_OF_UNDO,
  ...SABOTAGES_OF_CLOCK,
  ...SABOTAGES_OF_REFUSALS,
  ...SABOTAGES_OF_CORRECTIONS,
  ...SABOTAGES_OF_QUESTIONS,
  ...SABOTAGES_OF_A_READER,
};
expectFound(ALL, SABOTAGE_SEED);

test('the wrapping of a breakage is not what is found', async () => {
  const found = await search({ runs: 200, seed: SABOTAGE_SEED, sabotage: WRAPPED, shrink: false });
  expect(found && report(found, SABOTAGE_SEED)).toBeNull();
});
