import type { PrimaryStatus } from './types.ts';

/** A pair gets other times, ms; a field that was left in its minute means the second that it has. */
export interface EditPair {
  readonly type: 'edit-pair';
  readonly pairId: string;
  readonly from: number;
  /** Undefined while it is open. */
  readonly until: number | undefined;
}

/** A break is put into a pair, ms. */
export interface AddBreak {
  readonly type: 'add-break';
  readonly pairId: string;
  readonly from: number;
  readonly until: number;
}

/** A visit without a check-in of its own time, ms. */
export interface AddVisit {
  readonly type: 'add-visit';
  readonly workOrderId: number;
  readonly workTypeId: number;
  readonly techsCount: number;
  readonly primaryStatus: PrimaryStatus;
  readonly extendedStatus?: string | undefined;
  readonly resolution?: string | undefined;
  readonly from: number;
  readonly until: number;
}
