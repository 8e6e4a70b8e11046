import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { NewerSchemaError } from '../../../main/storage/cause.ts';
import type { Database } from '../../../main/storage/connection.ts';
import { backUp } from '../../../main/storage/copies.ts';
import { openDatabase } from '../../../main/storage/database.ts';
import { StoredFacts } from '../../../main/storage/facts.ts';
import { MIGRATIONS } from '../../../main/storage/schema.ts';
import { close, dataFolder, NOW, open } from './support.ts';

const pathOf = (folder: string) => join(folder, 'onsite.db');
const pragma = (db: Database, name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
const word = (db: Database) => new StoredFacts(db).get('word', v.string());

/** Another program holds the database until it is closed. */
function lock(path: string): Database {
  const other = new DatabaseSync(path);
  other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE fact SET value = value');
  return other;
}

/** A folder whose database says `word`, copied at `NOW` when `copied`. */
async function folderThatSays(said: string, copied: boolean): Promise<string> {
  const folder = dataFolder();
  const { db } = open(folder);
  // A prepared statement would hold the file beyond its closing.
  db.exec(`INSERT INTO fact VALUES ('word', '"${said}"')`);
  if (copied) {
    await backUp(db, folder, NOW);
    utimesSync(`${pathOf(folder)}.backup`, NOW / 1000, NOW / 1000);
  }
  close(db);
  return folder;
}

describe('the database', () => {
  test('is made durable for power loss, at the newest schema', () => {
    const { db, setAside } = open(join(dataFolder(), 'new', 'folder'));
    expect(setAside).toBeNull();
    expect(pragma(db, 'journal_mode')).toBe('wal');
    expect(pragma(db, 'synchronous')).toBe(2);
    expect(pragma(db, 'foreign_keys')).toBe(1);
    expect(pragma(db, 'user_version')).toBe(MIGRATIONS.length);
  });

  test('keeps what was in it', async () => {
    const { db, setAside } = open(await folderThatSays('hello', false));
    expect(word(db)).toBe('hello');
    expect(setAside).toBeNull();
  });

  test('of a newer OnSite is refused and left as it is', () => {
    const folder = dataFolder();
    const newer = new DatabaseSync(pathOf(folder));
    newer.exec(`CREATE TABLE tomorrow (x); PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    newer.close();
    const before = readFileSync(pathOf(folder));
    expect(() => openDatabase(folder, NOW)).toThrow(NewerSchemaError);
    expect(readFileSync(pathOf(folder)).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['onsite.db']);
  });

  test('that cannot be opened for another reason is not taken for damaged', () => {
    const folder = dataFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => openDatabase(join(folder, 'file'), NOW)).toThrow();
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('that another program holds locked is left as it is', async () => {
    const folder = await folderThatSays('hello', true);
    const other = lock(pathOf(folder));
    expect(() => openDatabase(folder, NOW, 10)).toThrow(/locked|busy/i);
    other.close();
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toEqual([]);
  });
});

describe('a damaged database', () => {
  const DAMAGES: readonly [string, (path: string) => void][] = [
    ['another kind of file', (path) => writeFileSync(path, 'This is not a database. '.repeat(500))],
    ['cut off', (path) => truncateSync(path, 5000)],
    ['emptied', (path) => truncateSync(path, 0)],
    ['overwritten after its first page', (path) => overwrite(path)],
  ];

  function overwrite(path: string): void {
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4096);
    writeFileSync(path, bytes);
  }

  test.each(DAMAGES)('(%s) is set aside, and the last good copy is used', async (_, damage) => {
    const folder = await folderThatSays('hello', true);
    damage(pathOf(folder));
    const damaged = readFileSync(pathOf(folder));
    const { db, setAside } = open(folder, NOW + 1000);
    expect(word(db)).toBe('hello');
    expect(setAside).toEqual({ path: `${pathOf(folder)}.corrupt-2026-05-13T14-00-01.000Z`, copyFrom: NOW });
    expect(readFileSync(setAside?.path ?? '').equals(damaged)).toBe(true);
    expect(existsSync(`${pathOf(folder)}.backup`)).toBe(true);
    close(db);
    expect(open(folder).setAside).toBeNull();
  });

  test('without a copy is set aside, and a new one begun', async () => {
    const folder = await folderThatSays('hello', false);
    truncateSync(pathOf(folder), 5000);
    const { db, setAside } = open(folder);
    expect(setAside).toMatchObject({ copyFrom: null });
    expect(existsSync(setAside?.path ?? '')).toBe(true);
    expect(word(db)).toBeNull();
  });

  test.each(DAMAGES.filter(([name]) => name !== 'emptied'))(
    'with such a copy (%s): both are set aside, and a new one begun',
    async (_, damage) => {
      const folder = await folderThatSays('hello', true);
      damage(pathOf(folder));
      damage(`${pathOf(folder)}.backup`);
      const damaged = readFileSync(`${pathOf(folder)}.backup`);
      const { db, setAside } = open(folder);
      expect(setAside).toMatchObject({ copyFrom: null });
      expect(readFileSync(`${setAside?.path}.backup`).equals(damaged)).toBe(true);
      expect(word(db)).toBeNull();
      expect(readdirSync(folder).filter((name) => name.includes('restored'))).toEqual([]);
      close(db);
      expect(open(folder).setAside).toBeNull();
    },
  );

  test('that cannot be restored now is left where it is, so that the next start can', async () => {
    const folder = await folderThatSays('hello', true);
    truncateSync(pathOf(folder), 5000);
    const scanner = lock(`${pathOf(folder)}.backup`);
    expect(() => openDatabase(folder, NOW)).toThrow(/locked|busy/i);
    expect(statSync(pathOf(folder)).size).toBe(5000);
    scanner.close();
    writeFileSync(`${pathOf(folder)}.restored`, 'torn');
    expect(word(open(folder).db)).toBe('hello');
  });

  test('that is gone is not begun anew while there is a copy', async () => {
    const folder = await folderThatSays('hello', true);
    rmSync(pathOf(folder));
    const { db, setAside } = open(folder);
    expect(word(db)).toBe('hello');
    expect(setAside).toEqual({ path: null, copyFrom: NOW });
  });
});

/** Changes a closed database by SQL, leaving it sound for SQLite. */
function alter(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
  db.close();
}

describe('a database that is sound for SQLite, but not ours', () => {
  const OTHERS: readonly [string, (path: string) => void][] = [
    ['a table is missing', (path) => alter(path, 'DROP TABLE delivery_log')],
    ['a column is missing', (path) => alter(path, 'ALTER TABLE visit DROP COLUMN moved_to')],
    ['a key is none', (path) => alter(path, 'DROP TABLE fact; CREATE TABLE fact (name TEXT, value TEXT)')],
    ['a view stands for a table', (path) => alter(path, 'DROP TABLE fact; CREATE VIEW fact AS SELECT 1')],
    ['the version is negative', (path) => alter(path, 'PRAGMA user_version = -1')],
    ['the version is forgotten', (path) => alter(path, 'PRAGMA user_version = 0')],
    ['it is a folder', (path) => exchange(path, () => mkdirSync(path))],
    ['it is another program’s', (path) => exchange(path, () => alter(path, 'CREATE TABLE bookmark (url)'))],
  ];

  function exchange(path: string, make: () => void): void {
    rmSync(path);
    make();
    if (statSync(path).isFile()) alter(path, `PRAGMA user_version = ${MIGRATIONS.length}`);
  }

  test.each(OTHERS)('(%s) is set aside, and the last good copy is used', async (_, change) => {
    const folder = await folderThatSays('hello', true);
    change(pathOf(folder));
    const { db, setAside } = open(folder);
    expect(word(db)).toBe('hello');
    expect(setAside).toMatchObject({ copyFrom: NOW });
    expect(existsSync(setAside?.path ?? '')).toBe(true);
  });

  test.each(OTHERS)('(%s) with such a copy: both are set aside, and a new one begun', async (_, change) => {
    const folder = await folderThatSays('hello', true);
    change(pathOf(folder));
    change(`${pathOf(folder)}.backup`);
    const { db, setAside } = open(folder);
    expect(word(db)).toBeNull();
    expect(setAside).toMatchObject({ copyFrom: null });
    expect(existsSync(`${setAside?.path}.backup`)).toBe(true);
    close(db);
    expect(open(folder).setAside).toBeNull();
  });

  test.each(['-wal', '-shm'])('with a folder where its %s belongs is opened all the same', async (name) => {
    const folder = await folderThatSays('hello', false);
    mkdirSync(`${pathOf(folder)}${name}`);
    const { db, setAside } = open(folder);
    expect(word(db)).toBe('hello');
    expect(setAside).toBeNull();
  });
});

describe('a log that is gone after a crash', () => {
  /** A copy of a data folder whose run was killed and whose log was removed. */
  function withoutLog(folder: string): string {
    const left = dataFolder();
    for (const name of ['onsite.db', 'onsite.db.open', 'onsite.db.backup'])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(left, name));
    return left;
  }

  /** The last run was killed, with its last word in the log only. */
  async function killed(): Promise<string> {
    const folder = await folderThatSays('hello', false);
    new StoredFacts(open(folder).db).set('word', 'later');
    return withoutLog(folder);
  }

  test('is told, and the file is used as it is', async () => {
    const opened = open(await killed());
    expect(opened).toMatchObject({ logLost: true, setAside: null });
    expect(word(opened.db)).toBe('hello');
  });

  test('is told once: after an orderly close all is well', async () => {
    const folder = await killed();
    close(open(folder).db);
    expect(open(folder).logLost).toBe(false);
  });

  test('is not told of a first start, nor of a kill that left the log', async () => {
    const folder = dataFolder();
    expect(open(folder).logLost).toBe(false);
    // The first one still runs, as after a kill: marker and log are there.
    expect(existsSync(`${pathOf(folder)}-wal`)).toBe(true);
    expect(open(folder).logLost).toBe(false);
  });

  const REPORT = (state: string) => `
    INSERT INTO visit (id, work_order_id, user_id, server, arrival_type_id) VALUES ('v', 7, 1, 's', 1);
    INSERT INTO report (id, visit_id, kind, seq, at_ms, at_offset, clicked_at, state)
      VALUES ('r', 'v', 'check-in', 1, 1, 0, 1, '${state}');`;

  test('what was queued is asked for before it is sent', async () => {
    const folder = await folderThatSays('hello', false);
    const first = open(folder).db;
    first.exec(REPORT('queued'));
    first.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const { db } = open(withoutLog(folder));
    expect(db.prepare("SELECT state FROM report WHERE id = 'r'").get()).toMatchObject({ state: 'sending' });
  });

  test('gives way to a copy that knows more', async () => {
    const folder = await folderThatSays('hello', false);
    const { db } = open(folder);
    db.exec(REPORT('recorded'));
    await backUp(db, folder, NOW);
    const opened = open(withoutLog(folder));
    expect(opened.setAside?.copyFrom).toEqual(expect.any(Number));
    expect(opened.logLost).toBe(true);
    expect(opened.db.prepare('SELECT id FROM report').all()).toMatchObject([{ id: 'r' }]);
  });
});

describe('the daily copy', () => {
  const copied = (folder: string) => statSync(`${pathOf(folder)}.backup`).mtimeMs;

  test('is made again when it is a day old', async () => {
    const folder = await folderThatSays('hello', true);
    const { db } = open(folder);
    await backUp(db, folder, NOW + 23 * 3600_000);
    expect(copied(folder)).toBe(NOW);
    await backUp(db, folder, NOW + 24 * 3600_000);
    expect(copied(folder)).not.toBe(NOW);
  });

  test('is whole, whatever lay in its way', async () => {
    const folder = await folderThatSays('hello', false);
    writeFileSync(`${pathOf(folder)}.backup.new`, 'torn');
    const { db } = open(folder);
    await backUp(db, folder, NOW);
    expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([]);
    const copy = new DatabaseSync(`${pathOf(folder)}.backup`, { readOnly: true });
    expect(word(copy)).toBe('hello');
    copy.close();
  });
});
