import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { causeOf, DamageError, isCorrupt, NewerSchemaError } from '../../../main/storage/cause.ts';

function fresh() {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-cause-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.db');
  const db = new DatabaseSync(path);
  db.exec('CREATE TABLE x (a INTEGER PRIMARY KEY, b INTEGER UNIQUE) STRICT; INSERT INTO x VALUES (1, 1)');
  return { path, db };
}

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}

test('a full disk is one, whoever says so', () => {
  const { db } = fresh();
  db.exec('PRAGMA max_page_count = 3');
  const full = errorOf(() => db.exec('CREATE TABLE z (a); INSERT INTO z VALUES (randomblob(100000))'));
  expect(causeOf(full)).toBe('full');
  expect(causeOf(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))).toBe('full');
  expect(causeOf(Object.assign(new Error('over quota'), { code: 'EDQUOT' }))).toBe('full');
});

test.skipIf(process.platform === 'win32')('an error of the disk is told by the system’s own number', () => {
  const failed = (systemErrno: number) =>
    Object.assign(new Error('disk I/O error'), { errcode: 4874, systemErrno });
  expect(causeOf(failed(28))).toBe('full');
  expect(causeOf(failed(5))).toBe('other');
});

test('what may not be written is no full disk', () => {
  const { path } = fresh();
  const reader = new DatabaseSync(path, { readOnly: true });
  expect(causeOf(errorOf(() => reader.exec('INSERT INTO x VALUES (2, 2)')))).toBe('denied');
  expect(causeOf(errorOf(() => new DatabaseSync(join(path, 'below'))))).not.toBe('full');
  expect(causeOf(Object.assign(new Error('read-only'), { code: 'EROFS' }))).toBe('denied');
});

test('a lock is a lock', () => {
  const { path, db } = fresh();
  db.exec('BEGIN EXCLUSIVE');
  const other = new DatabaseSync(path, { timeout: 1 });
  expect(causeOf(errorOf(() => other.exec('BEGIN IMMEDIATE')))).toBe('locked');
});

test.each([
  ['a table that is missing', 'SELECT * FROM y'],
  ['a table that is there already', 'CREATE TABLE x (a)'],
  ['rows that contradict each other', 'INSERT INTO x VALUES (2, 1)'],
  ['a value of another kind', "INSERT INTO x VALUES (2, 'two')"],
])('%s is damage, but not of pages', (_, sql) => {
  const error = errorOf(() => fresh().db.exec(sql));
  expect([causeOf(error), isCorrupt(error)]).toEqual(['damaged', false]);
});

test('damage of pages is told apart, since it counts at any time', () => {
  const corrupt = Object.assign(new Error('database disk image is malformed'), { errcode: 11 + 256 });
  expect([causeOf(corrupt), isCorrupt(corrupt)]).toEqual(['damaged', true]);
  expect(isCorrupt(new DamageError('not ours'))).toBe(false);
});

test('what nobody knows is none of these', () => {
  expect(causeOf(new NewerSchemaError(9, 7))).toBe('newer');
  expect(causeOf(new DamageError('schema -1'))).toBe('damaged');
  expect(causeOf(new TypeError('x is not a function'))).toBe('other');
  expect(causeOf('a word')).toBe('other');
});
