import * as v from 'valibot';
import type { Result } from '../command-errors.ts';
import type { DeliveryRow } from '../delivery.ts';
import type { CodesView, DoctorView, StatusesView } from '../records.ts';
import type { WorkOrderView } from '../views.ts';
import { answers, id, none, text } from './schemas.ts';

/** Reads of windows beside the snapshot. */
export const readingCommands = {
  /** Online only; `null` when it cannot be known now. Never a condition for checking in. */
  'work-order:look-up': answers<Result<WorkOrderView | null>>()(v.strictObject({ workOrder: text })),
  'work-order:statuses': answers<Result<StatusesView>>()(v.strictObject({ workOrderId: id })),
  /** The client's lists of codes for this work order; empty where it has none or they cannot be known now. */
  'work-order:codes': answers<CodesView>()(v.strictObject({ workOrderId: id })),
  /** Checks the record on this computer. */
  'doctor:check': answers<DoctorView>()(none),
  'delivery:list': answers<readonly DeliveryRow[]>()(none),
} as const;
