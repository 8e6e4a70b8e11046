import type { OpenOrder, OpenOrders } from '../storage/open-orders.ts';
import { livePairs, neverBegan } from '../visit/phase.ts';
import { DAY, HOUR } from '../visit/time.ts';
import type { Visit } from '../visit/types.ts';

/** An order is no news any more so long after it began (ms): another technician may be there, or it was moved. */
const BEGUN = 2 * HOUR;
/** A list that was read so long ago (ms) may name what is done by now. */
const OLDEST_LIST = DAY;
/** A visit so long before the scheduled time (ms) was for it. */
const VISITED = 12 * HOUR;

/** An order with its scheduled time, ms. */
export type DueOrder = OpenOrder & { readonly due: number };

const isDated = (order: OpenOrder): order is DueOrder => order.due !== null;

const wasVisited = ({ id, due }: DueOrder, visits: readonly Visit[]): boolean =>
  visits.some(
    (visit) =>
      visit.workOrderId === id &&
      !neverBegan(visit) &&
      livePairs(visit).some(({ checkIn }) => checkIn.at.ms >= due - VISITED),
  );

/** The orders that may be reminded of, now or later, the first one first. */
function remindable(read: OpenOrders | null, visits: readonly Visit[], now: number): readonly DueOrder[] {
  if (!read || Math.abs(now - read.readAt) > OLDEST_LIST) return [];
  return read.orders
    .filter(isDated)
    .filter((order) => now - order.due < BEGUN && !wasVisited(order, visits))
    .toSorted((a, b) => a.due - b.due);
}

/**
 * The orders that are due within `before` (ms) of `now` or have begun without a visit; and when the next one
 * will be (ms), null for none.
 */
export function dueOrders(
  read: OpenOrders | null,
  visits: readonly Visit[],
  now: number,
  before: number,
): { readonly due: readonly DueOrder[]; readonly next: number | null } {
  const orders = remindable(read, visits, now);
  return {
    due: orders.filter((order) => order.due - before <= now),
    next: orders.map((order) => order.due - before).find((at) => at > now) ?? null,
  };
}
