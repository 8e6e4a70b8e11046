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

/** All breakages by what they break, as docs/proof.md lists them. */
export const KINDS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  delivery: SABOTAGES,
  clock: SABOTAGES_OF_CLOCK,
  refusals: SABOTAGES_OF_REFUSALS,
  repairs: SABOTAGES_OF_REPAIRS,
  corrections: SABOTAGES_OF_CORRECTIONS,
  'taking back': SABOTAGES_OF_UNDO,
  'questions, receipts, listeners': SABOTAGES_OF_QUESTIONS,
  'by a reader': { ...SABOTAGES_UNLISTED, ...SABOTAGES_OF_A_READER },
  'a line of source': SABOTAGES_OF_SOURCE,
};
