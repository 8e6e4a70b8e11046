/** The proof of time of one work order. Times are corrected instants, ms. */

import type { DeliveryRow } from './delivery.ts';
import type { LeftAs, SheetAsked, SheetEarlier, SheetStay } from './timesheet.ts';

/** A check-in with its check-out, as both records have it. */
export interface ProofPair {
  readonly pairId: string;
  readonly workTypeId: number;
  /** As its subscriber has it; null where that is not known. */
  readonly workTypeName: string | null;
  readonly userId: number;
  readonly here: SheetStay;
  /** Null where ServiceChannel has none of it, or was not asked since. */
  readonly there: SheetStay | null;
  /** When its day was compared; null: it was not, since it changed. */
  readonly comparedAt: number | null;
  /** The answer to the check-in, and to the check-out. */
  readonly mechanicIds: readonly [number | null, number | null];
  /** When check-in and check-out were clicked, where a person gave another time. */
  readonly clickedAt: readonly [number | null, number | null];
  readonly leftAs: LeftAs;
  readonly resolution: string | null;
  readonly trail: readonly SheetEarlier[];
  readonly asked: SheetAsked | null;
}

export interface ProofNote {
  readonly at: number;
  readonly text: string;
  readonly sent: boolean;
}

/** All that is known of the time on one work order. */
export interface ProofView {
  readonly workOrderId: number;
  readonly store: string | null;
  readonly address: string | null;
  readonly subscriber: string | null;
  /** The name of the technician. */
  readonly technician: string;
  readonly madeAt: number;
  readonly pairs: readonly ProofPair[];
  /** Stays that ServiceChannel alone has. */
  readonly onlyThere: readonly SheetStay[];
  /** Every report with what became of it. */
  readonly reports: readonly DeliveryRow[];
  readonly notes: readonly ProofNote[];
}
