import type { ComparedRecords } from '../records/beside.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import type { Week } from '../visit/week.ts';

/** The facts that a week is shown from: one technician's visits with time in it, or more, are among them. */
export interface SheetSource extends ComparedRecords {
  readonly week: Week;
  readonly known: (workOrderId: number) => KnownWorkOrder | null;
  /** Minutes from which a difference stands out, by the client of a work order. */
  readonly disputeMinutes: (workOrderId: number) => number;
}
