import * as v from 'valibot';
import type { Sql } from './connection.ts';

/**
 * Small things to remember beside the visits, by name: who is signed in, which client lacks a permission.
 * Never a secret.
 */
export class StoredFacts {
  readonly #db: Sql;

  constructor(db: Sql) {
    this.#db = db;
  }

  /** The fact, or null where there is none or it has another shape than asked for. */
  get<T>(name: string, schema: v.GenericSchema<unknown, T>): T | null {
    const row = this.#db.prepare('SELECT value FROM fact WHERE name = ?').get(name);
    const parsed = v.safeParse(
      v.pipe(
        v.object({ value: v.string() }),
        v.transform((r) => r.value),
        v.parseJson(),
        schema,
      ),
      row,
    );
    return parsed.success ? parsed.output : null;
  }

  /** Every fact of that shape whose name begins so, by the rest of its name. */
  startingWith<T>(beginning: string, schema: v.GenericSchema<unknown, T>): ReadonlyMap<string, T> {
    const rows = this.#db
      .prepare('SELECT name FROM fact WHERE substr(name, 1, length(?)) = ?')
      .all(beginning, beginning);
    const names = v.parse(v.array(v.object({ name: v.string() })), rows);
    const facts = names.map(({ name }) => [name.slice(beginning.length), this.get(name, schema)] as const);
    return new Map(facts.flatMap(([rest, fact]) => (fact === null ? [] : [[rest, fact] as const])));
  }

  /** Keeps a fact; null forgets it. */
  set(name: string, value: unknown): void {
    if (value === null) this.#db.prepare('DELETE FROM fact WHERE name = ?').run(name);
    else
      this.#db
        .prepare(
          'INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        )
        .run(name, JSON.stringify(value));
  }
}
