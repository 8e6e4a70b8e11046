import { expectFound } from './expect-found.ts';
import { SABOTAGES } from './sabotages.ts';
import { SABOTAGES_OF_CLOCK } from './sabotages-of-clock.ts';
import { SABOTAGES_OF_REFUSALS } from './sabotages-of-refusals.ts';
import { SABOTAGES_OF_REPAIRS } from './sabotages-of-repairs.ts';
import { SABOTAGES_OF_UNDO } from './sabotages-of-undo.ts';
import { SABOTAGE_SEED } from './seed.ts';

const ALL = {
  ...SABOTAGES,
  ...SABOTAGES_OF_REPAIRS,
  ...SABOTAGES_OF_UNDO,
  ...SABOTAGES_OF_CLOCK,
  ...SABOTAGES_OF_REFUSALS,
};
expectFound(ALL, SABOTAGE_SEED);
