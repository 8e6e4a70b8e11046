import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backup, DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { MIGRATIONS } from './schema.ts';

export type Database = DatabaseSyncInstance;

/** The database belongs to a newer OnSite: it is left alone, since an old program cannot know what it would break. */
export class NewerSchemaError extends Error {
  constructor(found: number) {
    super(`The database has schema ${found}; this OnSite knows ${MIGRATIONS.length}.`);
  }
}

const BUSY_MS = 5000;
const BACKUP_EVERY_MS = 24 * 3600 * 1000;

function schemaOf(db: Database): number {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (version > MIGRATIONS.length) throw new NewerSchemaError(version);
  return version;
}

function migrate(db: Database, version: number): void {
  for (const [from, sql] of MIGRATIONS.entries()) {
    if (from < version) continue;
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${from + 1}; COMMIT;`);
  }
}

function openChecked(path: string, busyMs: number): Database {
  const db = new DatabaseSync(path, { timeout: busyMs });
  try {
    // Before anything that writes: a newer one is left as it is.
    const version = schemaOf(db);
    // FULL: a commit is on the platter before the click is acknowledged. https://sqlite.org/pragma.html#pragma_synchronous
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    const check = db.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    if (check !== 'ok') throw new Error(`quick_check: ${String(check)}`);
    migrate(db, version);
    // What an earlier run left in the log comes into the file itself: less is lost where a tidy program removes the log.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const sidecars = (path: string) => [path, `${path}-wal`, `${path}-shm`];

const copyOf = (path: string) => `${path}.backup`;

function setAside(path: string, now: number): string {
  const aside = `${path}.corrupt-${new Date(now).toISOString().replaceAll(':', '-')}`;
  for (const [index, file] of sidecars(path).entries()) {
    if (existsSync(file)) renameSync(file, sidecars(aside)[index] ?? aside);
  }
  return aside;
}

/** Damage is a file that SQLite cannot read as its own; a full disk, a lock or a missing right is not. */
const isDamage = (error: unknown): boolean =>
  error instanceof Error && /malformed|not a database|quick_check|corrupt/i.test(error.message);

export interface Opened {
  readonly db: Database;
  /**
   * The file was damaged and set aside here (null: it was gone), and when the copy in its place was made (ms; none:
   * started empty).
   */
  readonly setAside: { readonly path: string | null; readonly copyFrom: number | null } | null;
  /** The log of the last changes has gone since the last run, and they with it. */
  readonly logLost: boolean;
}

const logOf = (path: string) => `${path}-wal`;

/** Lies there from the opening to the orderly close. */
const markerOf = (path: string) => `${path}.open`;

/** The last run did not close it, so its log must be there; without it the last changes are missing, and nothing says so. */
const isLogLost = (path: string): boolean => existsSync(markerOf(path)) && !existsSync(logOf(path));

function markOpen(path: string): void {
  if (existsSync(logOf(path))) writeFileSync(markerOf(path), '');
}

/** The newest report of a database, by its number; 0 where there is none or it cannot be read. */
function newestIn(path: string): number {
  try {
    const db = new DatabaseSync(path, { readOnly: true });
    try {
      return Number(db.prepare('SELECT ifnull(max(seq), 0) AS seq FROM report').get()?.seq ?? 0);
    } finally {
      db.close();
    }
  } catch {
    return 0;
  }
}

/** Closes it in order, so that nothing is missed at the next start. */
export function closeDatabase(db: Database): void {
  if (!db.isOpen) return;
  const path = db.location();
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  if (path) rmSync(markerOf(path), { force: true });
}

/** Gone or emptied: SQLite would begin a new one, but there is a copy of what it held. */
const isLost = (path: string): boolean =>
  existsSync(copyOf(path)) && !statSync(path, { throwIfNoEntry: false })?.size;

const restoredOf = (path: string) => `${path}.restored`;

function copyInto(copy: string, path: string): void {
  rmSync(path, { force: true });
  const db = new DatabaseSync(copy, { readOnly: true });
  try {
    db.prepare('VACUUM INTO ?').run(path);
  } finally {
    db.close();
  }
}

/** Makes a copy of the last good copy, which stays until a newer one replaces it. When that was made (ms); null: none is good. */
function restore(path: string): number | null {
  const copy = copyOf(path);
  if (!existsSync(copy)) return null;
  try {
    copyInto(copy, restoredOf(path));
    return statSync(copy).mtimeMs;
  } catch (error) {
    if (!isDamage(error)) throw error;
    rmSync(restoredOf(path), { force: true });
    return null;
  }
}

/** What the copy still has to send may have been sent since: it is read back first, never sent blindly (rule 3). */
function askFirst(db: Database, copyFrom: number): void {
  db.prepare("UPDATE report SET state = 'sending', since = ? WHERE state = 'queued'").run(
    Math.round(copyFrom),
  );
}

/** What is still to be sent may have been sent since: what the lost log said of it is read back first. */
function openWithoutLog(path: string, busyMs: number): Database {
  const db = openChecked(path, busyMs);
  askFirst(db, statSync(path).mtimeMs);
  return db;
}

/** Opens it as it lies there, or null where it is damaged, gone, or older than its copy. */
function openAsIs(path: string, busyMs: number, logLost: boolean): Database | null {
  try {
    if (isLost(path)) return null;
    if (!logLost) return openChecked(path, busyMs);
    return newestIn(copyOf(path)) > newestIn(path) ? null : openWithoutLog(path, busyMs);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return null;
  }
}

/**
 * Opens `onsite.db` in `folder`. A damaged file is set aside, never deleted, and the last good copy takes its place.
 * @param busyMs how long to wait for another program that writes
 * @throws NewerSchemaError when a newer OnSite wrote it; whatever SQLite says when the folder cannot be written.
 */
export function openDatabase(folder: string, now: number, busyMs = BUSY_MS): Opened {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'onsite.db');
  const logLost = isLogLost(path);
  const asIs = openAsIs(path, busyMs, logLost);
  const opened = asIs ? { db: asIs, setAside: null, logLost } : openCopy(path, now, busyMs);
  markOpen(path);
  return opened;
}

function openCopy(path: string, now: number, busyMs: number): Opened {
  // First of all what may fail for want of space: until it is there nothing is moved.
  const copyFrom = restore(path);
  const wasThere = existsSync(path);
  const aside = setAside(path, now);
  if (copyFrom !== null) renameSync(restoredOf(path), path);
  else if (existsSync(copyOf(path))) renameSync(copyOf(path), copyOf(aside));
  const db = openChecked(path, busyMs);
  if (copyFrom !== null) askFirst(db, copyFrom);
  return { db, setAside: { path: wasThere ? aside : null, copyFrom }, logLost: false };
}

/** Writes the daily copy when the last is a day old. Goes through a temporary name, so a torn copy is never the last good one. */
export async function backUp(db: Database, folder: string, now: number): Promise<void> {
  const copy = copyOf(join(folder, 'onsite.db'));
  if (existsSync(copy) && now - statSync(copy).mtimeMs < BACKUP_EVERY_MS) return;
  const fresh = `${copy}.new`;
  for (const name of readdirSync(dirname(fresh)).filter((n) => n.startsWith(basename(fresh))))
    rmSync(join(dirname(fresh), name));
  await backup(db, fresh);
  renameSync(fresh, copy);
}
