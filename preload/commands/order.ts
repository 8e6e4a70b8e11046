import * as v from 'valibot';
import type { Result } from '../command-errors.ts';
import type { NotesView, OpenOrdersView, OrderDetailsView, RunningLateView } from '../records.ts';
import { answers, done, earlier, id, none, nothing, page, text } from './schemas.ts';

/** Lists of open work orders, and details and notes of one. */
export const orderCommands = {
  /** Open work orders, as they were read last. */
  'orders:list': answers<OpenOrdersView>()(none),
  /** The same, read anew where that is long ago. */
  'orders:refresh': answers<OpenOrdersView>()(none),
  'order:details': answers<Result<OrderDetailsView | null>>()(v.strictObject({ workOrderId: id })),
  'order:notes': answers<Result<NotesView>>()(v.strictObject({ workOrderId: id, page })),
  'order:add-note': done(v.strictObject({ workOrderId: id, text })),
  /** A note to the client that the visit comes later, and the scheduled date moved where a time is given. */
  'order:running-late': answers<Result<RunningLateView>>()(
    v.strictObject({ workOrderId: id, text, ...earlier }),
  ),
  /** Shows the order's address in the system's map, or copies it where there is none. */
  'order:map': done(v.strictObject({ workOrderId: id })),
  'order:copy': nothing(v.strictObject({ workOrderId: id })),
} as const;
