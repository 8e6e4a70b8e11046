import type { Sabotage } from './sabotage.ts';
import { SABOTAGES } from './sabotages.ts';
import { SABOTAGES_OF_A_READER } from './sabotages-of-a-reader.ts';
import { SABOTAGES_OF_CLOCK } from './sabotages-of-clock.ts';
import { SABOTAGES_OF_CORRECTIONS } from './sabotages-of-corrections.ts';
import { SABOTAGES_OF_QUESTIONS } from './sabotages-of-questions.ts';
import { SABOTAGES_OF_REFUSALS } from './sabotages-of-refusals.ts';
import { SABOTAGES_OF_REPAIRS } from './sabotages-of-repairs.ts';
import { SABOTAGES_OF_SOURCE } from './sabotages-of-source.ts';
import { SABOTAGES_OF_UNDO } from './sabotages-of-undo.ts';
import { SABOTAGES_UNLISTED } from './sabotages-unlisted.ts';
import { SABOTAGE_SEED } from './seed.ts';

/** Breakages that the proof must find, and the seed of the schedules in which it must. */
export interface SabotageList {
  readonly seed: number;
  readonly sabotages: Readonly<Record<string, Sabotage>>;
}

const BY_KIND: Readonly<Record<string, Readonly<Record<string, Sabotage>>>> = {
  delivery: SABOTAGES,
  clock: SABOTAGES_OF_CLOCK,
  refusals: SABOTAGES_OF_REFUSALS,
  repairs: SABOTAGES_OF_REPAIRS,
  corrections: SABOTAGES_OF_CORRECTIONS,
  'taking back': SABOTAGES_OF_UNDO,
  'questions, receipts, listeners': SABOTAGES_OF_QUESTIONS,
  'by a reader': SABOTAGES_OF_A_READER,
};

/** The breakages that the lists name. */
export const LISTED: SabotageList = {
  seed: SABOTAGE_SEED,
  sabotages: Object.assign({}, ...Object.values(BY_KIND)),
};

/** Those that no list had. The rarest show in this seed's first schedules; in those of another they take thousands. */
export const UNLISTED: SabotageList = { seed: 1, sabotages: SABOTAGES_UNLISTED };

/** All breakages by what they break, as docs/proof.md lists them. */
export const KINDS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ...BY_KIND,
  'by a reader': { ...SABOTAGES_UNLISTED, ...SABOTAGES_OF_A_READER },
  'a line of source': SABOTAGES_OF_SOURCE,
};
