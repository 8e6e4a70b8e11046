import { existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { keep } from '../../../main/moments/memory.ts';
import { NOTHING } from '../../../main/moments/types.ts';
import { forgetAbsencesAside } from '../../../main/storage/absences.ts';
import { backUp } from '../../../main/storage/copies.ts';
import { StoredFacts } from '../../../main/storage/facts.ts';
import { VisitsStore } from '../../../main/storage/visits-store.ts';
import { DAY } from '../../../main/visit/time.ts';
import { EMPTY } from '../../../main/visit/types.ts';
import { Day } from '../visit/support.ts';
import { close, dataFolder, NOW, open } from './support.ts';

/** No other number of these tests looks like it. */
const FROM = 1_779_123_456_789;

/** A folder with a visit and an absence that was answered, as the app keeps them. */
function withAbsence(more = 0) {
  const folder = dataFolder();
  const { db } = open(folder);
  new VisitsStore(db, () => NOW).save(EMPTY, new Day().checkIn(7).state);
  const one = { visitId: 'v', from: FROM, to: FROM + 1, answer: 'worked', at: NOW };
  keep(new StoredFacts(db), NOTHING, { ...NOTHING, answered: Array.from({ length: 1 + more }, () => one) });
  return { folder, db, path: join(folder, 'onsite.db') };
}

const everything = (folder: string) =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');

const holds = (folder: string) => everything(folder).includes(String(FROM));

const visitsIn = (path: string) => {
  const db = new DatabaseSync(path, { readOnly: true });
  const rows = db.prepare('SELECT work_order_id FROM visit').all();
  db.close();
  return rows;
};

/** Sets the database aside as a start does, `ms` ago. */
function setAside(folder: string, ms: number): string {
  const aside = join(folder, 'onsite.db.corrupt-2026-04-01T10-00-00.000Z');
  for (const end of ['', '-wal']) {
    if (!existsSync(join(folder, `onsite.db${end}`))) continue;
    renameSync(join(folder, `onsite.db${end}`), aside + end);
    utimesSync(aside + end, (NOW - ms) / 1000, (NOW - ms) / 1000);
  }
  return aside;
}

test('an absence is in no daily copy; all else is', async () => {
  const { folder, db, path } = withAbsence();
  await backUp(db, folder, NOW);
  close(db);
  expect(readFileSync(path, 'latin1')).toContain(String(FROM));
  expect(readFileSync(`${path}.backup`, 'latin1')).not.toContain(String(FROM));
  expect(readdirSync(folder).filter((name) => name.startsWith('onsite.db.backup'))).toEqual([
    'onsite.db.backup',
  ]);
  expect(visitsIn(`${path}.backup`)).toEqual([{ work_order_id: 7 }]);
});

test('what is forgotten is overwritten, in the file and in its log', () => {
  const { folder, db } = withAbsence();
  new StoredFacts(db).set('moments', null);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  expect(holds(folder)).toBe(false);
});

test('a database that was set aside keeps its absences for 14 days, and its visits for good', () => {
  const { folder, db } = withAbsence();
  close(db);
  const aside = setAside(folder, 13 * DAY);
  forgetAbsencesAside(folder, NOW);
  expect(holds(folder)).toBe(true);
  forgetAbsencesAside(folder, NOW + 2 * DAY);
  expect(holds(folder)).toBe(false);
  expect(visitsIn(aside)).toEqual([{ work_order_id: 7 }]);
});

test.each<[string, (bytes: Buffer) => void]>([
  ['its first page', (bytes) => bytes.fill(0xa5, 0, 4096)],
  ['its schema', (bytes) => bytes.fill(0xa5, 100, 4096)],
])('damaged in %s only the times of absences are overwritten', (_, damage) => {
  const { folder, db } = withAbsence(2000);
  close(db);
  const aside = setAside(folder, 15 * DAY);
  const bytes = readFileSync(aside);
  damage(bytes);
  writeFileSync(aside, bytes);
  utimesSync(aside, (NOW - 15 * DAY) / 1000, (NOW - 15 * DAY) / 1000);
  expect(holds(folder)).toBe(true);
  forgetAbsencesAside(folder, NOW);
  expect(holds(folder)).toBe(false);
  expect(readFileSync(aside)).toHaveLength(bytes.length);
});
