import * as v from 'valibot';
import type { Client, CodeOption, WorkOrder } from '../servicechannel/client.ts';
import type { CodesOf } from '../servicechannel/codes.ts';
import { readPages } from '../servicechannel/pages.ts';
import { DAY } from '../visit/time.ts';
import type { StoredFacts } from './facts.ts';

const FRESH = DAY;
/** ServiceChannel gives so many at least, unless it is the last page. */
const A_PAGE = 10;
/** No list is read further than this many pages. */
const MOST_PAGES = 20;

/** The codes that may be chosen at completion of a client's work orders of one trade and category. */
export interface KnownCodes {
  readonly codes: readonly CodeOption[];
  readonly rootCauses: readonly CodeOption[];
}

const Option = v.object({ id: v.number(), name: v.string(), hasText: v.boolean() });
const Kept = v.object({ at: v.number(), codes: v.array(Option), rootCauses: v.array(Option) });

/** All pages of a list; one that this user may not read, or that is not there, has nothing. Null: that is not known now. */
async function readAll(
  page: (number: number) => ReturnType<Client['codes']>,
): Promise<readonly CodeOption[] | null> {
  const found = new Map<number, CodeOption>();
  const read = await readPages(
    MOST_PAGES,
    (index) => page(index + 1),
    (options) => {
      const fresh = options.filter(({ id }) => !found.has(id));
      for (const option of fresh) found.set(option.id, option);
      return fresh.length === 0 || options.length < A_PAGE;
    },
  );
  return read.kind === 'ok' || read.kind === 'refused' ? [...found.values()] : null;
}

type Placed = Pick<
  WorkOrder,
  'subscriberId' | 'locationId' | 'trade' | 'tradeId' | 'category' | 'categoryId'
>;

function placeOf(order: Placed): CodesOf | null {
  if (order.subscriberId === null) return null;
  return {
    subscriberId: order.subscriberId,
    locationId: order.locationId,
    trade: { id: order.tradeId, name: order.trade },
    category: { id: order.categoryId, name: order.category },
  };
}

const factOf = (server: string, { subscriberId, trade, category }: CodesOf): string =>
  `codes ${server} ${JSON.stringify([subscriberId, trade.id ?? trade.name, category.id ?? category.name])}`;

/** The lists of resolution codes and root causes, kept for offline by subscriber, trade and category. */
export class CodeLists {
  readonly #facts: StoredFacts;
  readonly #now: () => number;

  constructor(facts: StoredFacts, now: () => number) {
    this.#facts = facts;
    this.#now = now;
  }

  /** The lists as they were read last; null when they never were. */
  known(server: string, order: Placed): KnownCodes | null {
    const place = placeOf(order);
    return place && this.#facts.get(factOf(server, place), Kept);
  }

  /** Reads the lists of a work order, once a day. @returns what is known then; null when nothing is */
  async learn(
    { server, client }: { readonly server: string; readonly client: Client },
    order: Placed,
  ): Promise<KnownCodes | null> {
    const place = placeOf(order);
    if (!place) return null;
    const name = factOf(server, place);
    const kept = this.#facts.get(name, Kept);
    if (kept && this.#now() - kept.at < FRESH) return kept;
    const options = { standsBack: true };
    const codes = await readAll((page) => client.codes(place, page, options));
    // The client asks for either only where the trade has codes (API.md).
    const hasCodes = codes !== null && codes.length > 0;
    const rootCauses = hasCodes ? await readAll((page) => client.rootCauses(place, page, options)) : codes;
    if (!codes || !rootCauses) return kept;
    this.#facts.set(name, { at: this.#now(), codes, rootCauses });
    return { codes, rootCauses };
  }
}
