import type { KeptDay } from '../storage/comparisons.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import type { Visit } from '../visit/types.ts';
import type { Week } from '../visit/week.ts';

/** The facts that a week is shown from. */
export interface SheetSource {
  readonly week: Week;
  /** One technician's visits with time in the week, or more. */
  readonly visits: readonly Visit[];
  /** Corrected instant, ms. */
  readonly now: number;
  readonly known: (workOrderId: number) => KnownWorkOrder | null;
  /** A day as ServiceChannel held it when it was read last, by its midnight; null: it never was. */
  readonly kept: (day: number) => KeptDay | null;
  /** Minutes from which a difference stands out, by the client of a work order. */
  readonly disputeMinutes: (workOrderId: number) => number;
}
