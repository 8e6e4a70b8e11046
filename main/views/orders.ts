import type { NotesView, OpenOrdersView, OpenOrderView, OrderDetailsView } from '../../preload/contract.ts';
import { NOTES_A_PAGE, type NotePage } from '../servicechannel/client.ts';
import type { OpenOrder, OpenOrders } from '../storage/open-orders.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import { isSettled, lastPair, phaseOf } from '../visit/phase.ts';
import { MINUTE } from '../visit/time.ts';
import type { Report, Visit } from '../visit/types.ts';
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

/** A list may show how things were so long before it was read (ms): reads lag, see API.md. */
const LAG = MINUTE;

/** The report that sets a visit's order to Completed; null where none does, or where ServiceChannel refused it. */
function completing(visit: Visit): Report | null {
  if (phaseOf(visit) !== 'over') return null;
  const end = visit.finish ?? lastPair(visit)?.checkOut ?? null;
  if (!end || end.delivery.state === 'refused') return null;
  const status = end.kind === 'status' ? end : end.leaving;
  return 'primaryStatus' in status && status.primaryStatus === 'Completed' ? end : null;
}

/** The orders that their last visit completed so late that a list of `readAt` (ms) has them still. */
function completedSince(readAt: number, visits: readonly Visit[]): ReadonlySet<number> {
  const last = new Map(visits.filter(lastPair).map((visit) => [visit.workOrderId, visit]));
  const isSince = (end: Report) => !isSettled(end) || end.at.ms >= readAt - LAG;
  const ended = [...last].filter(([, visit]) => {
    const end = completing(visit);
    return end !== null && isSince(end);
  });
  return new Set(ended.map(([id]) => id));
}

/**
 * The list of open work orders.
 * @param now corrected instant, ms
 * @param visits the user's own
 */
export function openOrdersView(
  read: OpenOrders | null,
  now: number,
  visits: readonly Visit[],
): OpenOrdersView {
  const clock = wallClocks();
  const completed = completedSince(read?.readAt ?? 0, visits);
  const orders = (read?.orders ?? []).filter(({ id }) => !completed.has(id));
  return {
    orders: orders.map((order) => orderView(order, now, clock)),
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

/** A page of a work order's notes, from 1 on; times in ms, null where ServiceChannel's date cannot be read. */
export const notesView = ({ notes, rows, count }: NotePage, page: number): NotesView => ({
  notes: notes.map(({ text, at, by }) => {
    const ms = at === null ? Number.NaN : Date.parse(at);
    return { text, at: Number.isFinite(ms) ? ms : null, by };
  }),
  // Where it is not told how many there are, a full page may have another behind it.
  more: rows > 0 && (count === null ? rows >= NOTES_A_PAGE : page * NOTES_A_PAGE < count),
});
