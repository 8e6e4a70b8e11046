/** The types of ServiceChannel's own record, as windows show it. Times are corrected instants, ms. */
import type { DatabaseFault } from '../main/storage/faults.ts';
import type { PrimaryStatus, Stamp } from '../main/visit/types.ts';

/** An open check-in that was made elsewhere and can be continued here. */
export interface ElsewhereView {
  readonly key: string;
  readonly workOrderId: number;
  readonly since: Stamp;
}

interface Times {
  readonly from: number;
  readonly to: number | null;
}

/** One check-in with its check-out: as reported, and as held; null when it is not there. */
export interface ReceiptPairView {
  readonly reported: Times;
  readonly held: Times | null;
  /** Null where it is not told. */
  readonly techsCount: number | null;
  readonly reportedCount: number;
}

/** ServiceChannel's record of a visit, read back after its last report. */
export interface ReceiptView {
  readonly visitId: string;
  readonly workOrderId: number;
  readonly pairs: readonly ReceiptPairView[];
  /** Null: the status was not changed. */
  readonly status: PrimaryStatus | null;
  readonly extended: string | null;
}

/** ServiceChannel checked the technician out by itself, while the visit goes on here. */
export interface CheckedOutView {
  readonly visitId: string;
  readonly workOrderId: number;
  readonly at: Stamp;
}

/** How the record on this computer is. */
export interface DoctorView {
  /** The fault of the database; null when it is sound. */
  readonly fault: DatabaseFault | null;
  readonly checkedAt: number;
  readonly copyAt: number | null;
  readonly waiting: number;
  readonly undecided: number;
}
