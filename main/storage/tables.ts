import { KEPT_IN_MEMORY } from '../visit/kept.ts';
import { askDatabase } from './ask.ts';
import { DamageError, NewerSchemaError } from './cause.ts';
import type { Database } from './connection.ts';
import { MIGRATIONS } from './schema.ts';
import { DatabaseSync } from './sqlite.ts';

/** @throws NewerSchemaError */
export function schemaOf(db: Database): number {
  const version = Number(askDatabase(db, 'user_version', 'pragma_user_version')[0]);
  if (version > MIGRATIONS.length) throw new NewerSchemaError(version, MIGRATIONS.length);
  return version;
}

/** Brings it to the newest schema, each step whole or not at all. */
export function migrate(db: Database, version: number): void {
  for (const [from, sql] of MIGRATIONS.entries()) {
    if (from < version) continue;
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${from + 1}; COMMIT;`);
  }
}

const columnsOf = (db: Database): readonly unknown[] =>
  askDatabase(
    db,
    "m.name || '.' || c.name || CASE c.pk WHEN 0 THEN '' ELSE ' as key' END",
    "sqlite_schema AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table'",
  );

function ownColumns(): readonly unknown[] {
  const db = new DatabaseSync(':memory:');
  try {
    migrate(db, 0);
    return columnsOf(db);
  } finally {
    db.close();
  }
}

/** @throws DamageError when a table or column of ours is missing: SQLite calls such a file sound */
export function checkTables(db: Database): void {
  const there = new Set(columnsOf(db));
  const missing = ownColumns().filter((column) => !there.has(column));
  if (missing.length > 0) throw new DamageError(`without ${missing.join(', ')}`);
}

/**
 * The ids of the visits that are kept in memory. Two halves, each with an index of its own: as one condition they would
 * be looked for in all of history.
 * @param young an instant, or the name of a parameter for one: of later ones history is kept too
 */
export const keptIds = (young: string): string =>
  `SELECT id FROM visit WHERE settled = 0
   UNION ALL SELECT id FROM visit WHERE settled = 1 AND last_ms > ${young}`;

/**
 * Reads all that a start reads, and the last page of every table.
 * @throws what SQLite says of pages that make no sense
 */
export function touch(db: Database, now: number): void {
  const kept = keptIds(String(now - KEPT_IN_MEMORY));
  db.exec(`SELECT * FROM visit WHERE id IN (${kept});
    SELECT * FROM pair WHERE visit_id IN (${kept});
    SELECT * FROM report WHERE visit_id IN (${kept});
    SELECT * FROM fact;`);
  for (const table of ['visit', 'pair', 'report', 'delivery_log', 'work_order'])
    db.exec(`SELECT * FROM ${table} ORDER BY rowid DESC LIMIT 1`);
}
