import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askDatabase } from './ask.ts';
import { DamageError, isDamage } from './cause.ts';
import type { Database } from './connection.ts';
import { askFirst, copyOf, isFile, newestIn, type Restored, restore } from './copies.ts';
import { BUSY_MS } from './read-only.ts';
import { DatabaseSync } from './sqlite.ts';
import { checkTables, migrate, schemaOf, touch } from './tables.ts';

/** Where the database of a data folder lies. */
export const databaseIn = (folder: string) => join(folder, 'onsite.db');

interface Opening {
  readonly path: string;
  readonly now: number;
  /** How long to wait for another program that writes. */
  readonly busyMs: number;
}

/**
 * Opens a file and looks at what a start needs of it: its tables and the visits that are not history. The rest is
 * checked when the app is in the tray.
 */
function openChecked({ path, now, busyMs }: Opening): Database {
  const db = new DatabaseSync(path, { timeout: busyMs });
  try {
    // Before anything that writes: a newer one is left as it is.
    const version = schemaOf(db);
    // FULL: a commit is on the platter before the click is acknowledged. https://sqlite.org/pragma.html#pragma_synchronous
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;`);
    migrate(db, version);
    checkTables(db);
    touch(db, now);
    // Takes the log of an earlier run into the file itself: less is lost where a clean-up program removes the log.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const logOf = (path: string) => `${path}-wal`;
const memoryOf = (path: string) => `${path}-shm`;

/** Lies there from the opening to the orderly close. */
const markerOf = (path: string) => `${path}.open`;

const asideOf = (path: string, now: number) =>
  `${path}.corrupt-${new Date(now).toISOString().replaceAll(':', '-')}`;

function setAside(path: string, now: number): string {
  const aside = asideOf(path, now);
  for (const each of [(file: string) => file, logOf, memoryOf])
    if (existsSync(each(path))) renameSync(each(path), each(aside));
  return aside;
}

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

/** The last run did not close it, so its log must be there; without it the last changes are missing, and nothing says so. */
const isLogLost = (path: string): boolean => existsSync(markerOf(path)) && !existsSync(logOf(path));

function markOpen(path: string): void {
  if (existsSync(logOf(path))) writeFileSync(markerOf(path), '');
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

/** Opens a database whose log is lost: its queued reports may have been sent, so they are read back first. */
function openWithoutLog(opening: Opening): Database {
  const db = openChecked(opening);
  askFirst(db, statSync(opening.path).mtimeMs);
  return db;
}

/** Lies there when the file was found damaged and could not be replaced in that run. */
const condemnedOf = (path: string) => `${path}.damaged`;

/** The next start sets the database aside without opening it. */
export const condemn = (path: string): void => writeFileSync(condemnedOf(path), '');

/** Opens it as it lies there, or null where it is damaged, gone, or older than its copy. */
function openAsIs(opening: Opening, logLost: boolean): Database | null {
  const { path } = opening;
  try {
    if (isLost(path) || existsSync(condemnedOf(path)) || (existsSync(path) && !isFile(path))) return null;
    if (!logLost) return openChecked(opening);
    return newestIn(copyOf(path)) > newestIn(path) ? null : openWithoutLog(opening);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return null;
  }
}

/** Something else has the name of one of SQLite's files: it goes aside, or nothing could be opened. */
function clearWay({ path, now }: Opening): void {
  for (const beside of [logOf(path), memoryOf(path)])
    if (existsSync(beside) && !isFile(beside)) renameSync(beside, asideOf(beside, now));
}

/**
 * Opens `onsite.db` in `folder`. A damaged file is set aside, never deleted, and the last good copy takes its place.
 * @param busyMs how long to wait for another program that writes
 * @throws NewerSchemaError when a newer OnSite wrote it; what SQLite says when the folder cannot be written (`causeOf`)
 */
export function openDatabase(folder: string, now: number, busyMs = BUSY_MS): Opened {
  mkdirSync(folder, { recursive: true });
  const opening = { path: databaseIn(folder), now, busyMs };
  clearWay(opening);
  const logLost = isLogLost(opening.path);
  const asIs = openAsIs(opening, logLost);
  if (asIs) {
    markOpen(opening.path);
    return { db: asIs, setAside: null, logLost };
  }
  return { ...openLastCopy(folder, now, busyMs), logLost };
}

/** The copy is looked at from end to end: no other stands behind it. */
function checkAll(db: Database): Database {
  const [check] = askDatabase(db, 'quick_check', 'pragma_quick_check');
  if (check === 'ok') return db;
  db.close();
  throw new DamageError(String(check));
}

/** The last good copy, ready beside the database; null where none is good. */
function restoreGood(opening: Opening): Restored | null {
  const restored = restore(opening.path);
  if (!restored) return null;
  try {
    checkAll(openChecked({ ...opening, path: restored.path })).close();
    return restored;
  } catch (error) {
    rmSync(restored.path, { force: true });
    if (!isDamage(error)) throw error;
    return null;
  }
}

/**
 * Sets the database aside, whatever lies there, and puts the last good copy in its place, or begins a new one.
 * @throws what SQLite or the file system says: then nothing was moved, unless a file was held by another program
 */
export function openLastCopy(folder: string, now: number, busyMs = BUSY_MS): Opened {
  const opening = { path: databaseIn(folder), now, busyMs };
  const { path } = opening;
  // First of all what may fail for want of space: until it is there nothing is moved.
  const restored = restoreGood(opening);
  const wasThere = existsSync(path);
  const aside = setAside(path, now);
  if (restored) renameSync(restored.path, path);
  else if (existsSync(copyOf(path))) renameSync(copyOf(path), copyOf(aside));
  const db = openChecked(opening);
  if (restored) askFirst(db, restored.copyFrom);
  rmSync(condemnedOf(path), { force: true });
  markOpen(path);
  return {
    db,
    setAside: { path: wasThere ? aside : null, copyFrom: restored?.copyFrom ?? null },
    logLost: false,
  };
}

/** Opens it again as it is, when nothing could take its place. */
export const openAgain = (folder: string, now: number): Database =>
  openChecked({ path: databaseIn(folder), now, busyMs: BUSY_MS });
