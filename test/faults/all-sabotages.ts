import type { Sabotage } from './sabotage.ts';
import { SABOTAGES } from './sabotages.ts';
import { SABOTAGES_OF_A_READER } from './sabotages-of-a-reader.ts';
import { SABOTAGES_OF_CLOCK } from './sabotages-of-clock.ts';
import { SABOTAGES_OF_CORRECTIONS } from './sabotages-of-corrections.ts';
import { SABOTAGES_OF_QUESTIONS } from './sabotages-of-questions.ts';
import { SABOTAGES_OF_REFUSALS } from './sabotages-of-refusals.ts';
import { SABOTAGES_OF_REPAIRS } from './sabotages-of-repairs.ts';
import { SABOTAGES_OF_UNDO } from './sabotages-of-undo.ts';
import { SABOTAGES_UNLISTED } from './sabotages-unlisted.ts';
import { SABOTAGE_SEED } from './seed.ts';

/** Breakages that the proof must find, and the seed of the schedules in which it must. */
export interface SabotageList {
  readonly seed: number;
  readonly sabotages: Readonly<Record<string, Sabotage>>;
}

/** The breakages that the lists name. */
export const LISTED: SabotageList = {
  seed: SABOTAGE_SEED,
  sabotages: {
    ...SABOTAGES,
    ...SABOTAGES_OF_REPAIRS,
    ...SABOTAGES_OF_UNDO,
    ...SABOTAGES_OF_CLOCK,
    ...SABOTAGES_OF_REFUSALS,
    ...SABOTAGES_OF_CORRECTIONS,
    ...SABOTAGES_OF_QUESTIONS,
    ...SABOTAGES_OF_A_READER,
  },
};

/** Those that no list had. The rarest show in this seed's first schedules; in those of another they take thousands. */
export const UNLISTED: SabotageList = { seed: 1, sabotages: SABOTAGES_UNLISTED };
