import type { NotesView, OpenOrdersView, OpenOrderView, OrderDetailsView } from '../../preload/contract.ts';
import type { NotePage } from '../servicechannel/client.ts';
import type { OpenOrder, OpenOrders } from '../storage/open-orders.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import { addressOf } from './visits.ts';

type Clock = (timeZone: string | undefined) => Intl.DateTimeFormat | null;

/** A zone's wall clock, to compare two; null where the zone is not known. Making one is slow, and a list has few zones. */
function wallClocks(): Clock {
  const made = new Map<string | undefined, Intl.DateTimeFormat | null>();
  return (timeZone) => {
    const known = made.get(timeZone);
    if (known !== undefined) return known;
    let clock: Intl.DateTimeFormat | null = null;
    try {
      clock = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    } catch {
      // ServiceChannel's name of the zone is not one of this system's.
    }
    made.set(timeZone, clock);
    return clock;
  };
}

/** The store's zone where its clocks say something else than ours at that time. */
function otherZone({ due, timeZone }: OpenOrder, clock: Clock): string | null {
  if (due === null || timeZone === null) return null;
  const there = clock(timeZone)?.format(due);
  return there === undefined || there === clock(undefined)?.format(due) ? null : timeZone;
}

function orderView(order: OpenOrder, now: number, clock: Clock): OpenOrderView {
  const { id, store, storeId, trade, description, due } = order;
  return {
    workOrderId: id,
    store,
    storeId,
    address: addressOf(order),
    trade,
    description,
    due: due === null ? null : { ms: due, over: due < now },
    timeZone: otherZone(order, clock),
  };
}

/** The list of open work orders at `now` (corrected, ms). */
export function openOrdersView(read: OpenOrders | null, now: number): OpenOrdersView {
  const clock = wallClocks();
  return {
    orders: (read?.orders ?? []).map((order) => orderView(order, now, clock)),
    readAt: read?.readAt ?? null,
    whole: read?.whole ?? true,
  };
}

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
