import * as v from 'valibot';
import type { Answer } from '../servicechannel/answers.ts';
import type { Client, StatusOption, WorkOrder, WorkTypeOption } from '../servicechannel/client.ts';
import { DAY, MINUTE } from '../visit/time.ts';
import type { OrderStatus } from '../visit/types.ts';
import type { Sql } from './connection.ts';
import type { StoredFacts } from './facts.ts';

/** Details are asked for again after this long (ms): the office may have changed them. */
const FRESH = 10 * MINUTE;
const TYPES_FRESH = DAY;

/** A work order as it was last seen, with what is known of its subscriber. */
export interface KnownWorkOrder {
  readonly order: WorkOrder;
  readonly workTypes: readonly WorkTypeOption[];
  /** This client refused us a check-in for want of the XML permission. */
  readonly lacksPermission: boolean;
}

const Text = v.nullable(v.string());
const Flag = v.nullable(v.boolean());
const Later = v.optional(Text, null);
const LaterNumber = v.optional(v.nullable(v.number()), null);
const Details: v.GenericSchema<unknown, WorkOrder> = v.object({
  id: v.number(),
  number: Text,
  store: Text,
  storeId: Text,
  street: Text,
  addition: Text,
  city: Text,
  state: Text,
  zip: Text,
  trade: Text,
  category: Text,
  priority: Text,
  description: Text,
  statusPrimary: Text,
  statusExtended: Text,
  subscriberId: v.nullable(v.number()),
  subscriberName: Text,
  callDate: Text,
  scheduledDate: Text,
  expirationDate: Text,
  timeZone: Text,
  isCheckInDenied: Flag,
  checkInDeniedReason: Text,
  isInvoiced: Flag,
  isExpired: Flag,
  // Rows of an older OnSite lack these.
  nte: Later,
  caller: Later,
  problemCode: Later,
  phone: Later,
  locationId: LaterNumber,
  tradeId: LaterNumber,
  categoryId: LaterNumber,
  assetCategories: v.optional(v.array(v.object({ id: v.number(), name: v.string() })), []),
});
const Row = v.object({ fetched_at: v.number(), details: v.pipe(v.string(), v.parseJson(), Details) });
const Types = v.object({ at: v.number(), types: v.array(v.object({ id: v.number(), name: v.string() })) });

/** An API's client and its server: answers of one server are never shown for another. */
interface Source {
  readonly server: string;
  readonly client: Client;
}

/** Work orders as last seen, kept so that a visit shows its store without a network, refreshed when asked. */
export class WorkOrders {
  readonly #db: Sql;
  readonly #facts: StoredFacts;
  readonly #now: () => number;
  readonly #statuses = new Map<string, readonly StatusOption[]>();
  /** Reads of work orders that are under way, by number. */
  readonly #reads = new Map<
    number,
    { readonly client: Client; readonly answer: Promise<Answer<KnownWorkOrder>> }
  >();

  constructor(db: Sql, facts: StoredFacts, now: () => number) {
    this.#db = db;
    this.#facts = facts;
    this.#now = now;
  }

  #row(server: string, id: number): v.InferOutput<typeof Row> | null {
    const row = this.#db
      .prepare('SELECT fetched_at, details FROM work_order WHERE server = ? AND id = ?')
      .get(server, id);
    const parsed = v.safeParse(Row, row);
    return parsed.success ? parsed.output : null;
  }

  #withSubscriber(server: string, order: WorkOrder): KnownWorkOrder {
    const of = `${server} ${order.subscriberId}`;
    return {
      order,
      workTypes: this.#facts.get(`work-types ${of}`, Types)?.types ?? [],
      lacksPermission: this.#facts.get(`lacks-permission ${of}`, v.boolean()) ?? false,
    };
  }

  /** A work order as it was read before; null when it was never read. */
  known(server: string, id: number): KnownWorkOrder | null {
    const row = this.#row(server, id);
    return row && this.#withSubscriber(server, row.details);
  }

  /** The status of an order that was read within the last 10 minutes; null when it was not. */
  freshStatus(server: string, id: number): OrderStatus | null {
    const row = this.#row(server, id);
    if (!row || this.#now() - row.fetched_at >= FRESH) return null;
    const { statusPrimary: primary, statusExtended: extended } = row.details;
    return primary === null ? null : { primary, extended };
  }

  /**
   * Reads a work order with its subscriber's work types. A read that is under way serves all who ask meanwhile, but for
   * those who want to know how it stands from now on.
   * @param oldest the greatest age of a kept answer (ms), 10 minutes when left out; 0: none
   */
  async lookUp(source: Source, id: number, oldest: number = FRESH): Promise<Answer<KnownWorkOrder>> {
    const { server, client } = source;
    const row = this.#row(server, id);
    if (row && this.#now() - row.fetched_at < oldest)
      return { kind: 'ok', value: this.#withSubscriber(server, row.details) };
    const underWay = this.#reads.get(id);
    if (underWay?.client === client && oldest > 0) return underWay.answer;
    const read = { client, answer: this.#read(source, id) };
    this.#reads.set(id, read);
    try {
      return await read.answer;
    } finally {
      if (this.#reads.get(id) === read) this.#reads.delete(id);
    }
  }

  async #read({ server, client }: Source, id: number): Promise<Answer<KnownWorkOrder>> {
    const answer = await client.workOrder(id, { standsBack: true });
    if (answer.kind !== 'ok') return answer;
    this.#db
      .prepare('INSERT OR REPLACE INTO work_order (server, id, fetched_at, details) VALUES (?, ?, ?, ?)')
      .run(server, id, this.#now(), JSON.stringify(answer.value));
    await this.#learnTypes({ server, client }, answer.value.subscriberId);
    return { kind: 'ok', value: this.#withSubscriber(server, answer.value) };
  }

  async #learnTypes({ server, client }: Source, subscriberId: number | null): Promise<void> {
    if (subscriberId === null) return;
    const name = `work-types ${server} ${subscriberId}`;
    const kept = this.#facts.get(name, Types);
    if (kept && this.#now() - kept.at < TYPES_FRESH) return;
    const answer = await client.workTypes(subscriberId, { standsBack: true });
    if (answer.kind === 'ok') this.#facts.set(name, { at: this.#now(), types: answer.value });
  }

  /** The statuses that a work order may be given; asked once a run. */
  async statuses({ server, client }: Source, id: number): Promise<Answer<readonly StatusOption[]>> {
    const key = `${server} ${id}`;
    const kept = this.#statuses.get(key);
    if (kept) return { kind: 'ok', value: kept };
    const answer = await client.statuses(id, this.known(server, id)?.order.subscriberId ?? null);
    if (answer.kind === 'ok') this.#statuses.set(key, answer.value);
    return answer;
  }

  /**
   * Remembers whether this order's subscriber grants us the XML check-in/out permission, which is given per client.
   * An order that was never seen is looked up first, since only it names its subscriber.
   */
  async rememberPermission(source: Source, id: number, lacks: boolean): Promise<void> {
    const known = this.known(source.server, id);
    if (!known && !lacks) return;
    const answer = known ? { kind: 'ok' as const, value: known } : await this.lookUp(source, id);
    if (answer.kind !== 'ok' || answer.value.order.subscriberId === null) return;
    const name = `lacks-permission ${source.server} ${answer.value.order.subscriberId}`;
    if (this.#facts.get(name, v.boolean()) !== lacks) this.#facts.set(name, lacks);
  }

  /** The clients of a server that are known to grant or to refuse the permission, by name, else by number. */
  permissions(server: string): {
    readonly granted: readonly string[];
    readonly refused: readonly string[];
    readonly unknown: readonly string[];
  } {
    const known = [...this.#facts.startingWith(`lacks-permission ${server} `, v.boolean())];
    const named = (lacks: boolean) =>
      known.filter(([, each]) => each === lacks).map(([id]) => this.#subscriberName(server, id) ?? id);
    const seen = new Set(known.map(([id]) => id));
    return { granted: named(false), refused: named(true), unknown: this.#subscribersBeside(server, seen) };
  }

  /** The clients of work orders that were read, by name, but for those whose numbers are given. */
  #subscribersBeside(server: string, numbers: ReadonlySet<string>): readonly string[] {
    return this.clients(server)
      .filter(({ subscriberId }) => !numbers.has(String(subscriberId)))
      .map(({ name }) => name);
  }

  /** The clients of work orders that were read of a server, by name. */
  clients(server: string): readonly { readonly subscriberId: number; readonly name: string }[] {
    const rows = this.#db
      .prepare(
        `SELECT details ->> 'subscriberId' AS subscriberId, details ->> 'subscriberName' AS name FROM work_order
         WHERE server = ? AND details ->> 'subscriberName' IS NOT NULL GROUP BY subscriberId ORDER BY name`,
      )
      .all(server);
    const parsed = v.safeParse(v.array(v.object({ subscriberId: v.number(), name: v.string() })), rows);
    return parsed.success ? parsed.output : [];
  }

  #subscriberName(server: string, subscriberId: string): string | null {
    const row = this.#db
      .prepare(
        `SELECT details ->> 'subscriberName' AS name FROM work_order
         WHERE server = ? AND details ->> 'subscriberId' = ? LIMIT 1`,
      )
      .get(server, Number(subscriberId));
    const parsed = v.safeParse(v.object({ name: v.string() }), row);
    return parsed.success ? parsed.output.name : null;
  }
}
