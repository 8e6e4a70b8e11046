import * as v from 'valibot';
import type { Client, CodeOption, WorkOrder } from '../servicechannel/client.ts';
import type { CodesOf } from '../servicechannel/codes.ts';
import { readPages } from '../servicechannel/pages.ts';
import type { AssetCategory } from '../servicechannel/work-order.ts';
import { MOST_ASSET_CATEGORIES } from '../visit/code-limits.ts';
import { DAY } from '../visit/time.ts';
import type { StoredFacts } from './facts.ts';

const FRESH = DAY;
/** ServiceChannel gives so many at least, unless it is the last page. */
const A_PAGE = 10;
/** No list is read further than this many pages. */
const MOST_PAGES = 20;
const STANDS_BACK = { standsBack: true };

/** The codes that may be chosen at completion of a client's work orders of one trade and category. */
export interface KnownCodes {
  /** Codes are chosen for each of these; empty where the order or the user has none. */
  readonly assetCategories: readonly AssetCategory[];
  readonly codes: readonly CodeOption[];
  readonly rootCauses: readonly CodeOption[];
}

const Option = v.object({
  id: v.number(),
  name: v.string(),
  hasText: v.boolean(),
  assetCategoryIds: v.optional(v.array(v.number()), []),
});
const KeptLists = v.object({
  at: v.number(),
  assetCategories: v.optional(v.array(v.object({ id: v.number(), name: v.string() })), []),
  codes: v.array(Option),
  rootCauses: v.array(Option),
});

/** All pages of a list; `refused`: one that this user may not read, or that is not there. Null: that is not known now. */
async function readAll(
  page: (number: number) => ReturnType<Client['codes']>,
): Promise<readonly CodeOption[] | 'refused' | null> {
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
  if (read.kind === 'refused' && found.size === 0) return 'refused';
  return read.kind === 'ok' || read.kind === 'refused' ? [...found.values()] : null;
}

type Placed = Pick<
  WorkOrder,
  'subscriberId' | 'locationId' | 'trade' | 'tradeId' | 'category' | 'categoryId' | 'assetCategories'
>;

function placeOf(order: Placed): CodesOf | null {
  if (order.subscriberId === null) return null;
  return {
    subscriberId: order.subscriberId,
    locationId: order.locationId,
    trade: { id: order.tradeId, name: order.trade },
    category: { id: order.categoryId, name: order.category },
    assetCategoryIds: order.assetCategories.map(({ id }) => id),
  };
}

const factOf = (server: string, { subscriberId, trade, category, assetCategoryIds }: CodesOf): string =>
  `codes ${server} ${JSON.stringify([
    subscriberId,
    trade.id ?? trade.name,
    category.id ?? category.name,
    ...assetCategoryIds,
  ])}`;

/**
 * Both lists, for these asset categories. A user without access to them is refused (4114), and asks for the order's.
 * Null: they are not known now.
 */
async function readLists(
  client: Client,
  place: CodesOf,
  categories: readonly AssetCategory[],
): Promise<KnownCodes | null> {
  const assetCategories = categories.slice(0, MOST_ASSET_CATEGORIES);
  const of = { ...place, assetCategoryIds: assetCategories.map(({ id }) => id) };
  const codes = await readAll((page) => client.codes(of, page, STANDS_BACK));
  if (codes === 'refused' && assetCategories.length > 0) return readLists(client, place, []);
  if (codes === 'refused' || codes?.length === 0) return { assetCategories: [], codes: [], rootCauses: [] };
  // The client asks for either only where the trade has codes (API.md).
  const rootCauses = codes && (await readAll((page) => client.rootCauses(of, page, STANDS_BACK)));
  if (!rootCauses) return null;
  return { assetCategories, codes, rootCauses: rootCauses === 'refused' ? [] : rootCauses };
}

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
    return place && this.#facts.get(factOf(server, place), KeptLists);
  }

  /** Reads the lists of a work order, once a day. @returns what is known then; null when nothing is */
  async learn(
    { server, client }: { readonly server: string; readonly client: Client },
    order: Placed,
  ): Promise<KnownCodes | null> {
    const place = placeOf(order);
    if (!place) return null;
    const name = factOf(server, place);
    const kept = this.#facts.get(name, KeptLists);
    if (kept && this.#now() - kept.at < FRESH) return kept;
    const lists = await readLists(client, place, order.assetCategories);
    if (!lists) return kept;
    this.#facts.set(name, { at: this.#now(), ...lists });
    return lists;
  }
}
