import type { Phase } from '../main/visit/phase.ts';
import type { Stamp } from '../main/visit/types.ts';

/** A colleague that this user reports for. */
export interface ColleagueView {
  readonly userId: number;
  /** As the list of colleagues has it; null where it does not any more. */
  readonly name: string | null;
  /** The visit at which they are, or paused last, as it was reported from here; null: none. */
  readonly visit: {
    readonly id: string;
    readonly workOrderId: number;
    readonly phase: Phase;
    readonly since: Stamp;
  } | null;
}

/** A person whose check-in ServiceChannel holds open; what it does not say is null. */
export interface CrewStillThere {
  readonly userId: number | null;
  readonly userName: string | null;
}
