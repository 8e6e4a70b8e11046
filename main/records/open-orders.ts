import type { Answer } from '../servicechannel/answers.ts';
import type { PageOfOrders, WorkOrder } from '../servicechannel/client.ts';
import { readPages } from '../servicechannel/pages.ts';
import type { Sender } from '../servicechannel/sender.ts';
import {
  listedOrder,
  type OpenOrder,
  type OpenOrders,
  type OpenOrdersStore,
} from '../storage/open-orders.ts';
import { MINUTE } from '../visit/time.ts';
import type { Owner } from '../visit/types.ts';

/** The list is read again when it is shown and older than this (ms). */
const FRESH = 10 * MINUTE;
/** Work that is still to be done or under way. */
const STATUSES = ['IN PROGRESS', 'OPEN'];
/** The most pages that are read: a longer list is no help for choosing. */
const MOST_PAGES = 10;

export interface OpenOrdersParts {
  readonly store: OpenOrdersStore;
  /** Corrected instant, ms. */
  readonly now: () => number;
  readonly owner: () => Owner | null;
  readonly sender: () => Sender | null;
  /** The list was read. */
  readonly onRead: () => void;
  /** Other requests need the minute's room more. */
  readonly isRush: () => boolean;
}

interface Pages {
  readonly orders: readonly OpenOrder[];
  readonly whole: boolean;
}

/** A server may not know the filter: an order that says another status is none of these. */
const hasStatus = ({ statusPrimary }: WorkOrder, status: string): boolean =>
  statusPrimary === null || statusPrimary.toUpperCase() === status;

async function readAll(
  status: string,
  from: (skip: number) => Promise<Answer<PageOfOrders>>,
): Promise<Pages> {
  const orders: OpenOrder[] = [];
  const seen = new Set<number>();
  let skip = 0;
  let count: number | null = null;
  const read = await readPages(
    MOST_PAGES,
    () => from(skip),
    (page) => {
      const more = page.orders.filter(({ id }) => !seen.has(id));
      for (const { id } of more) seen.add(id);
      orders.push(...more.filter((order) => hasStatus(order, status)).map(listedOrder));
      skip += page.rows;
      count = page.count;
      // A page without anything new: none came, or the server does not know `$skip`.
      return more.length === 0 || (count !== null && skip >= count);
    },
  );
  const isAll = count === null || seen.size >= count;
  return { orders, whole: isAll && read.kind === 'ok' && read.value === 'whole' };
}

/** The overdue ones first, then by when they are due; those without a time last. */
function sorted(orders: readonly OpenOrder[]): readonly OpenOrder[] {
  const once = new Map(orders.map((order) => [order.id, order]));
  return [...once.values()].toSorted(
    (a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY) || a.id - b.id,
  );
}

/** The technician's open work orders: read when they are shown, kept for when there is no connection. */
export class OpenOrdersList {
  readonly #parts: OpenOrdersParts;
  /** The read that runs. One for somebody who has signed out since is none for the next. */
  #reading: { readonly from: Sender; readonly done: Promise<void> } | null = null;

  constructor(parts: OpenOrdersParts) {
    this.#parts = parts;
  }

  /** As they were read last; null while signed out or where none were read. */
  get last(): OpenOrders | null {
    const owner = this.#parts.owner();
    return owner && this.#parts.store.get(owner);
  }

  /** Reads the list again for the form that shows it. */
  opened(): Promise<void> {
    const { sender, now, isRush } = this.#parts;
    const from = sender();
    const last = this.last;
    if (!from || isRush() || (last && Math.abs(now() - last.readAt) < FRESH)) return Promise.resolve();
    if (this.#reading?.from === from) return this.#reading.done;
    const done = this.#read(from).finally(() => {
      if (this.#reading?.from === from) this.#reading = null;
    });
    this.#reading = { from, done };
    return done;
  }

  async #read({ client, userId, server }: Sender): Promise<void> {
    const { store, now } = this.#parts;
    const lists: Pages[] = [];
    for (const status of STATUSES) lists.push(await readAll(status, (skip) => client.ordersOf(status, skip)));
    const isWhole = lists.every(({ whole }) => whole);
    const orders = sorted(lists.flatMap((list) => list.orders));
    // Nothing came: what was read before is better than an empty list.
    if (!isWhole && orders.length === 0) return;
    store.set({ userId, server }, { readAt: now(), whole: isWhole, orders });
    this.#parts.onRead();
  }
}
