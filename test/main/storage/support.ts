import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Database } from '../../../main/storage/connection.ts';
import { closeDatabase, openDatabase } from '../../../main/storage/database.ts';
import { DatabaseSync } from '../../../main/storage/sqlite.ts';
import { openStorage } from '../../../main/storage/storage.ts';
import { migrate } from '../../../main/storage/tables.ts';

export const NOW = Date.parse('2026-05-13T14:00:00Z');

/** A data folder that is gone after the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens `onsite.db`; closed after the test. */
export function open(folder: string, now = NOW) {
  const opened = openDatabase(folder, now);
  onTestFinished(() => close(opened.db));
  return opened;
}

/** A database in memory, for many commands of which none need outlive the test: making a file takes as long as a hundred. */
export function openFast(): Database {
  const db = new DatabaseSync(':memory:');
  migrate(db, 0);
  db.exec('PRAGMA foreign_keys = ON');
  onTestFinished(() => close(db));
  return db;
}

/** Opens a data folder as the app does; closed after the test. */
export function storageIn(folder: string, env: NodeJS.ProcessEnv = {}, now = () => NOW) {
  const storage = openStorage(folder, env, now);
  onTestFinished(storage.close);
  return storage;
}

/** Closes in order, with everything in the one file. */
export const close = (db: Database): void => closeDatabase(db);

export function write(folder: string, name: string, content: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content, { mode });
  return path;
}
