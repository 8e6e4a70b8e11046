import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examineFolder } from '../../../main/storage/doctor.ts';
import { close, dataFolder, open } from './support.ts';

const SCRIPT = join(import.meta.dirname, '../../../build/doctor.ts');

function folderWith(states: readonly string[]): string {
  const folder = dataFolder();
  const { db } = open(folder);
  db.exec(
    `INSERT INTO visit (id, work_order_id, user_id, server, arrival_type_id) VALUES ('v', 107002896, 1, 's', 1)`,
  );
  for (const [index, state] of states.entries())
    db.exec(`INSERT INTO report (id, visit_id, kind, seq, at_ms, at_offset, clicked_at, state)
      VALUES ('r${index}', 'v', 'check-in', ${index + 1}, ${index}, 0, 1, '${state}')`);
  close(db);
  return folder;
}

test('a sound record: what waits, and what a person must decide', () => {
  const folder = folderWith(['recorded', 'queued', 'sending', 'refused', 'discarded']);
  const found = examineFolder(folder);
  expect(found).toMatchObject({ fault: null, copyAt: null });
  expect(found.waiting.map(({ state }) => state)).toEqual(['queued', 'sending']);
  expect(found.undecided).toMatchObject([{ state: 'refused', workOrderId: 107002896 }]);
});

test('it can be examined while it is open', () => {
  const folder = folderWith(['queued']);
  const { db } = open(folder);
  expect(examineFolder(folder).waiting).toHaveLength(1);
  expect(db.isOpen).toBe(true);
});

test('a damaged one is said to be, and left as it is', () => {
  const folder = folderWith(['queued']);
  const path = join(folder, 'onsite.db');
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4096);
  writeFileSync(path, bytes);
  const before = readdirSync(folder);
  expect(examineFolder(folder).fault).not.toBeNull();
  expect(readdirSync(folder)).toEqual(before);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('the command says it in words and by its exit code', () => {
  const folder = folderWith(['queued', 'refused']);
  const said = execFileSync(process.execPath, [SCRIPT, `--user-data-dir=${folder}`], { encoding: 'utf8' });
  expect(said).toMatch(/Check +sound/);
  expect(said).toContain('107002896 check-in: waits to be sent');
  expect(said).toContain('107002896 check-in: was refused');
});

const doctor = (folder: string) =>
  spawnSync(process.execPath, [SCRIPT, `--user-data-dir=${folder}`], { encoding: 'utf8' });

test('a folder in which nothing was kept yet, or that is not there, is not called unsound', () => {
  const empty = dataFolder();
  for (const folder of [empty, join(empty, 'not-there')]) {
    const { status, stdout } = doctor(folder);
    expect(status).toBe(0);
    expect(stdout).toContain('nothing yet');
    expect(stdout).not.toContain('NOT SOUND');
  }
});

test('a database that is gone while its copy is there is not called empty', () => {
  const folder = folderWith(['queued']);
  renameSync(join(folder, 'onsite.db'), join(folder, 'onsite.db.backup'));
  const { status, stdout } = doctor(folder);
  expect(status).toBe(1);
  expect(stdout).toContain('NOT SOUND: there is no database here');
});
