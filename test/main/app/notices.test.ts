import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Notices, sayWhatIsWrong } from '../../../main/app/notices.ts';
import { dataFolder, open, storageIn, write } from '../storage/support.ts';

test('a notice is said once, the newest of its kind, until it is dismissed', () => {
  let shown = 0;
  const notices = new Notices();
  notices.onChange(() => {
    shown += 1;
  });
  notices.say({ code: 'no-keychain' });
  notices.clock(40_000);
  notices.clock(50_000);
  expect(notices.all).toEqual([{ code: 'no-keychain' }, { code: 'clock', differenceMs: 50_000 }]);
  notices.dismiss('no-keychain');
  notices.clock(0);
  expect(notices.all).toEqual([]);
  expect(shown).toBe(5);
});

/** The notices of a start on a folder. */
function saidOf(folder: string, env: NodeJS.ProcessEnv = {}) {
  const notices = new Notices();
  const storage = storageIn(folder, env);
  storage.visits.load();
  sayWhatIsWrong(notices, storage);
  return { notices, storage };
}

test('a start that finds nothing out of order says nothing', () => {
  expect(saidOf(dataFolder()).notices.all).toEqual([]);
});

test('a start says what it found broken, and where it was kept', () => {
  const folder = dataFolder();
  write(folder, 'settings.json', '{');
  write(folder, 'onsite.db', 'This is no database. '.repeat(500));
  const policy = write(folder, 'policy.json', '{"theme":"pink"}');
  const { notices, storage } = saidOf(folder, { ONSITE_POLICY: policy });
  expect(notices.all).toEqual([
    {
      code: 'policy-invalid',
      path: policy,
      fault: { code: 'setting', key: 'theme', why: 'choice', than: '"system", "light", "dark"' },
    },
    { code: 'settings-set-aside', path: storage.settings.setAside },
    { code: 'database-set-aside', path: storage.opened.setAside?.path, copyFrom: null },
  ]);
});

test('a start says of which work orders it cannot read a visit', () => {
  const folder = dataFolder();
  const { db } = open(folder);
  db.exec(`INSERT INTO visit (id, work_order_id, user_id, server, arrival_type_id) VALUES ('v', 107002896, 1, 's', 1);
    INSERT INTO report (id, visit_id, kind, seq, at_ms, at_offset, clicked_at, state)
      VALUES ('r', 'v', 'check-in', 1, 1, 0, 1, 'dreamt')`);
  expect(saidOf(folder).notices.all).toEqual([{ code: 'visits-unreadable', workOrderIds: [107002896] }]);
});

test('settings that cannot be kept are said, until they can', () => {
  const folder = dataFolder();
  const { notices, storage } = saidOf(folder);
  mkdirSync(join(folder, 'settings.json'));
  storage.settings.set('theme', 'dark');
  expect(notices.all).toMatchObject([{ code: 'settings-not-kept', path: join(folder, 'settings.json') }]);
  rmSync(join(folder, 'settings.json'), { recursive: true });
  storage.settings.set('theme', 'light');
  expect(notices.all).toEqual([]);
});

test('a database that is found damaged later is said as one at the start', () => {
  const folder = dataFolder();
  const { notices, storage } = saidOf(folder);
  storage.visits.mend();
  expect(notices.all).toMatchObject([{ code: 'database-set-aside', copyFrom: null }]);
});
