import { expectFound } from './expect-found.ts';
import { SABOTAGES_UNLISTED } from './sabotages-unlisted.ts';

/** The rarest of these show in its first schedules; in those of another seed they take thousands. */
const EARLY = 1;
expectFound(SABOTAGES_UNLISTED, EARLY);
