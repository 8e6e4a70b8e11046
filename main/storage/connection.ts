import type { DatabaseSyncInstance, StatementSyncInstance } from './sqlite.ts';

export type Database = DatabaseSyncInstance;

/** The part of a database that the stores use. */
export type Sql = Pick<Database, 'prepare' | 'exec' | 'isTransaction'>;

/** The database that is open, as the stores use it: each statement is prepared once. */
export class SqlConnection implements Sql {
  #db: Database;
  readonly #statements = new Map<string, StatementSyncInstance>();

  constructor(db: Database) {
    this.#db = db;
  }

  get db(): Database {
    return this.#db;
  }

  get isTransaction(): boolean {
    return this.#db.isTransaction;
  }

  prepare(sql: string): StatementSyncInstance {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.#db.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  /** Another database takes its place: the stores go on with that one. */
  replace(db: Database): void {
    this.#statements.clear();
    this.#db = db;
  }
}

/**
 * Does all of it durably, or nothing.
 * @throws what `run` throws, or SQLite (full disk, read-only folder, locked)
 */
export function transaction(sql: Sql, run: () => void): void {
  sql.exec('BEGIN IMMEDIATE');
  try {
    run();
    sql.exec('COMMIT');
  } catch (error) {
    if (sql.isTransaction) sql.exec('ROLLBACK');
    throw error;
  }
}
