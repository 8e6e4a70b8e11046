import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { leaveOutAbsences } from './absences.ts';
import { askDatabase, quoted } from './ask.ts';
import { isDamage } from './cause.ts';
import type { Database } from './connection.ts';
import { readOnly } from './read-only.ts';
import { backup } from './sqlite.ts';

const COPY_EVERY_MS = 24 * 3600 * 1000;

/** Where the last good copy of a database lies. */
export const copyOf = (path: string) => `${path}.backup`;

const restoredOf = (path: string) => `${path}.restored`;

/** Whether a regular file lies there; a folder of that name holds nothing of ours. */
export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** When the last good copy was made, ms; null when there is none. */
export const copiedAt = (path: string): number | null =>
  isFile(copyOf(path)) ? statSync(copyOf(path)).mtimeMs : null;

/** The newest report of a database, by its number; 0 where there is none or it cannot be read. */
export function newestIn(path: string): number {
  try {
    return readOnly(path, (db) => Number(askDatabase(db, 'ifnull(max(seq), 0)', 'report')[0]));
  } catch {
    return 0;
  }
}

/** A copy of the last good copy, which stays itself until a newer one replaces it. */
export interface Restored {
  readonly path: string;
  /** When the copy was made, ms. */
  readonly copyFrom: number;
}

/** Makes one beside the database; null where no copy is good. */
export function restore(path: string): Restored | null {
  const copyFrom = copiedAt(path);
  if (copyFrom === null) return null;
  const restored = restoredOf(path);
  rmSync(restored, { force: true });
  try {
    readOnly(copyOf(path), (db) => db.exec(`VACUUM INTO ${quoted(restored)}`));
    return { path: restored, copyFrom };
  } catch (error) {
    rmSync(restored, { force: true });
    if (!isDamage(error)) throw error;
    return null;
  }
}

/** Marks the copy's queued reports as maybe sent: they are read back first, never sent blindly (rule 3). */
export function askFirst(db: Database, copyFrom: number): void {
  db.exec(`UPDATE report SET state = 'sending', since = ${Math.round(copyFrom)} WHERE state = 'queued'`);
}

/** When the next daily copy is due, ms. */
export const copyDueAt = (folder: string): number => {
  const copied = copiedAt(join(folder, 'onsite.db'));
  return copied === null ? 0 : copied + COPY_EVERY_MS;
};

/**
 * Writes the daily copy when the last is a day old. Goes through a temporary name, so a torn copy is never the last good
 * one. Absences are not in it: they stay where they end after their 14 days.
 * @throws what SQLite or the file system says: then the last copy is still there
 */
export async function backUp(db: Database, folder: string, now: number): Promise<void> {
  if (now < copyDueAt(folder)) return;
  const fresh = `${copyOf(join(folder, 'onsite.db'))}.new`;
  for (const name of readdirSync(dirname(fresh)).filter((n) => n.startsWith(basename(fresh))))
    rmSync(join(dirname(fresh), name));
  await backup(db, fresh);
  leaveOutAbsences(fresh);
  renameSync(fresh, copyOf(join(folder, 'onsite.db')));
}
