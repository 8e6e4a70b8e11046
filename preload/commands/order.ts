import * as v from 'valibot';
import type { Result } from '../command-errors.ts';
import type { NotesView, OpenOrdersView, OrderDetailsView } from '../records.ts';
import { answers, done, id, none, nothing, page, text } from './schemas.ts';

/** Lists of open work orders, and details and notes of one. */
export const orderCommands = {
  /** Open work orders, as they were read last. */
  'orders:list': answers<OpenOrdersView>()(none),
  /** The same, read anew where that is long ago. */
  'orders:refresh': answers<OpenOrdersView>()(none),
  'order:details': answers<Result<OrderDetailsView | null>>()(v.strictObject({ workOrderId: id })),
  'order:notes': answers<Result<NotesView>>()(v.strictObject({ workOrderId: id, page })),
  'order:add-note': done(v.strictObject({ workOrderId: id, text })),
  'order:copy': nothing(v.strictObject({ workOrderId: id })),
} as const;
