import * as v from 'valibot';
import type { WorkOrder } from '../servicechannel/client.ts';
import { hasOffset } from '../servicechannel/times.ts';
import { ownerKey } from '../visit/phase.ts';
import type { Owner } from '../visit/types.ts';
import type { StoredFacts } from './facts.ts';

/** An open work order as the list shows it. */
export interface OpenOrder {
  readonly id: number;
  readonly store: string | null;
  readonly storeId: string | null;
  readonly street: string | null;
  readonly addition: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly trade: string | null;
  readonly description: string | null;
  /** When it is due, ms; null where that is not told or may mean several instants. */
  readonly due: number | null;
  /** IANA name of the store's time zone. */
  readonly timeZone: string | null;
}

/** A user's open work orders as they were read last. */
export interface OpenOrders {
  /** Corrected instant, ms. */
  readonly readAt: number;
  /** False: some pages did not come. */
  readonly whole: boolean;
  readonly orders: readonly OpenOrder[];
}

/** Enough of a description to tell one order from another, characters. */
const EXCERPT = 160;

const Text = v.nullable(v.string());
const KeptOrders: v.GenericSchema<unknown, OpenOrders> = v.object({
  readAt: v.number(),
  whole: v.boolean(),
  orders: v.array(
    v.object({
      id: v.number(),
      store: Text,
      storeId: Text,
      street: Text,
      addition: Text,
      city: Text,
      state: Text,
      trade: Text,
      description: Text,
      due: v.nullable(v.number()),
      timeZone: Text,
    }),
  ),
});

/** A local time without offset is not guessed: an order that is shown as due at a wrong hour is a visit at a wrong hour. */
function instantOf(text: string | null): number | null {
  if (text === null || !hasOffset(text)) return null;
  const ms = Date.parse(text);
  return Number.isFinite(ms) ? ms : null;
}

/** The fields of a work order that the list shows. */
export function listedOrder(order: WorkOrder): OpenOrder {
  const { id, store, storeId, trade, description, timeZone } = order;
  const { street, addition, city, state } = order;
  return {
    id,
    store,
    storeId,
    street,
    addition,
    city,
    state,
    trade,
    description: description?.slice(0, EXCERPT) ?? null,
    due: instantOf(order.scheduledDate),
    timeZone,
  };
}

const nameOf = (owner: Owner) => `open-orders ${ownerKey(owner)}`;

/** The lists that were read last, kept for a start without a connection. */
export class OpenOrdersStore {
  readonly #facts: StoredFacts;

  constructor(facts: StoredFacts) {
    this.#facts = facts;
  }

  get(owner: Owner): OpenOrders | null {
    return this.#facts.get(nameOf(owner), KeptOrders);
  }

  set(owner: Owner, orders: OpenOrders): void {
    this.#facts.set(nameOf(owner), orders);
  }
}
