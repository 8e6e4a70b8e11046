import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { SENTENCES_TO_CODES } from '../../../main/storage/journal-migration.ts';
import { MIGRATIONS } from '../../../main/storage/schema.ts';
import { VisitsStore } from '../../../main/storage/visits-store.ts';
import { dataFolder, NOW, open } from './support.ts';

/** A folder with a database as the version that knew so many migrations left it, with this in it. */
function folderOf(version: number, sql: string): string {
  const folder = dataFolder();
  const db = new DatabaseSync(join(folder, 'onsite.db'));
  for (const migration of MIGRATIONS.slice(0, version)) db.exec(migration);
  db.exec(`${sql}; PRAGMA user_version = ${version}`);
  db.close();
  return folder;
}

test('sentences that an older version kept in the journal become codes and facts', () => {
  const lines: readonly [string, unknown][] = [
    ['queued', { code: 'queued' }],
    ['sending', { code: 'sending' }],
    ['unconfirmed', { code: 'unconfirmed' }],
    ['discarded', { code: 'discarded' }],
    ['another report records it', { code: 'replaced' }],
    ['recorded, MechanicId 148797639', { code: 'recorded', mechanicId: 148797639, by: 'answer' }],
    ['recorded (read-back)', { code: 'recorded', mechanicId: null, by: 'read-back' }],
    ['recorded (technician)', { code: 'recorded', mechanicId: null, by: 'technician' }],
    ['refused: Check In is premature', { code: 'refused', message: 'Check In is premature', httpStatus: 0 }],
    ['refused: HTTP 403', { code: 'refused', message: '', httpStatus: 403 }],
    ['no certain answer (timeout): reading back', { code: 'no-answer', why: 'timeout' }],
    ['no certain answer (server-error): reading back', { code: 'no-answer', why: 'server-error' }],
    ['offline: net::ERR_FAILED', { code: 'not-sent', why: 'offline', detail: 'net::ERR_FAILED' }],
    ['rate-limit: HTTP 429', { code: 'not-sent', why: 'rate-limit', detail: 'HTTP 429' }],
    ['signed-out: no token', { code: 'not-sent', why: 'signed-out', detail: 'no token' }],
    ['kept-back: moved', { code: 'not-sent', why: 'kept-back', detail: 'moved' }],
    ['read back: there', { code: 'read-back', seen: 'there' }],
    ['read back: unreachable', { code: 'read-back', seen: 'unreachable' }],
    ['read: closed at this time already', { code: 'held-as-reported' }],
    ['read: closed by somebody else', { code: 'held' }],
    ['read: no check-in there', { code: 'check-in-doubted' }],
    ['read: closed there', { code: 'closed-there' }],
    ['an "older" one’s {words}', { code: 'text', text: 'an "older" one’s {words}' }],
  ];
  const inserts = lines.map(([line], at) => `INSERT INTO delivery_log VALUES ('r', ${at}, '${line}')`);
  const { db } = open(folderOf(MIGRATIONS.indexOf(SENTENCES_TO_CODES), inserts.join(';')));
  expect(new VisitsStore(db, () => NOW).tries('r')).toEqual(lines.map(([, what], at) => ({ at, what })));
});
