import * as v from 'valibot';
import type { Owner } from '../visit/types.ts';
import type { Sql } from './connection.ts';

const StayShape = v.object({
  workOrderId: v.number(),
  from: v.number(),
  to: v.nullable(v.number()),
  techsCount: v.nullable(v.number()),
});
const Row = v.object({
  comparedAt: v.number(),
  seq: v.number(),
  held: v.pipe(v.string(), v.parseJson(), v.array(StayShape)),
});

/** The stays of one day that ServiceChannel held when it was read last. */
export interface KeptDay extends v.InferOutput<typeof Row> {
  /** When it was read, ms. */
  readonly comparedAt: number;
  /** The last report of that day by then; a later one makes it out of date. -1: some were still to be sent. */
  readonly seq: number;
}

/** The table, for the migration. A day is named by its local midnight, ms. */
export const COMPARISONS = `CREATE TABLE comparison (
    server TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    day INTEGER NOT NULL,
    compared_at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    held TEXT NOT NULL,
    PRIMARY KEY (server, user_id, day)
  ) STRICT;`;

/** Keeps the record of ServiceChannel as it was read last, so that a week shows it without a network. */
export class Comparisons {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** @param day its local midnight, ms */
  keep({ server, userId }: Owner, day: number, { comparedAt, seq, held }: KeptDay): void {
    this.#sql
      .prepare(
        `INSERT OR REPLACE INTO comparison (server, user_id, day, compared_at, seq, held)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(server, userId, day, comparedAt, seq, JSON.stringify(held));
  }

  /** The day as it was read last; null where it never was, or cannot be read any more. */
  of({ server, userId }: Owner, day: number): KeptDay | null {
    const row = this.#sql
      .prepare(
        `SELECT compared_at AS comparedAt, seq, held FROM comparison
         WHERE server = ? AND user_id = ? AND day = ?`,
      )
      .get(server, userId, day);
    const parsed = v.safeParse(Row, row);
    return parsed.success ? parsed.output : null;
  }
}
