import type { NotesView, OpenOrdersView, OpenOrderView, OrderDetailsView } from '../../preload/contract.ts';
import type { NotePage } from '../servicechannel/client.ts';
import type { OpenOrder, OpenOrders } from '../storage/open-orders.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import { addressOf } from './visits.ts';

/** The wall clock of a zone at an instant (ms), to compare two; null where the zone is not known. */
function wallClock(ms: number, timeZone: string | undefined): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(ms);
  } catch {
    return null;
  }
}

/** The store's zone where its clocks say something else than ours at that time. */
function otherZone({ due, timeZone }: OpenOrder): string | null {
  if (due === null || timeZone === null) return null;
  const there = wallClock(due, timeZone);
  return there === null || there === wallClock(due, undefined) ? null : timeZone;
}

function orderView(order: OpenOrder, now: number): OpenOrderView {
  const { id, store, storeId, trade, description, due } = order;
  return {
    workOrderId: id,
    store,
    storeId,
    address: addressOf(order),
    trade,
    description,
    due: due === null ? null : { ms: due, over: due < now },
    timeZone: otherZone(order),
  };
}

/** The list of open work orders at `now` (corrected, ms). */
export const openOrdersView = (read: OpenOrders | null, now: number): OpenOrdersView => ({
  orders: (read?.orders ?? []).map((order) => orderView(order, now)),
  readAt: read?.readAt ?? null,
  whole: read?.whole ?? true,
});

/** The details page of a work order. */
export function detailsView({ order }: KnownWorkOrder): OrderDetailsView {
  const { id, description, nte, caller, problemCode, phone } = order;
  const { callDate, scheduledDate, expirationDate } = order;
  return {
    workOrderId: id,
    description,
    nte,
    caller,
    problemCode,
    phone,
    address: addressOf(order),
    callDate,
    scheduledDate,
    expirationDate,
  };
}

/** The notes of a work order; times in ms, null where ServiceChannel's date cannot be read. */
export const notesView = ({ notes, count }: NotePage): NotesView => ({
  notes: notes.map(({ text, at, by }) => {
    const ms = at === null ? Number.NaN : Date.parse(at);
    return { text, at: Number.isFinite(ms) ? ms : null, by };
  }),
  count,
});
