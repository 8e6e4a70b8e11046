import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Database } from './connection.ts';
import { DatabaseSync } from './sqlite.ts';

/** Waits so long for another program that writes (ms). */
export const BUSY_MS = 5000;

/**
 * Looks into a database and changes nothing in its folder: without a log no program is writing it, and SQLite need not make one to
 * read it.
 * @throws what SQLite says of the file
 */
export function readOnly<T>(path: string, run: (db: Database) => T): T {
  const isStill = !existsSync(`${path}-wal`);
  const where = isStill ? `${pathToFileURL(path)}?immutable=1` : path;
  const db = new DatabaseSync(where, { readOnly: true, timeout: BUSY_MS });
  try {
    return run(db);
  } finally {
    db.close();
  }
}
