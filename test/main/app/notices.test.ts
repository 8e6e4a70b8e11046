import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Notices, sayWhatStartFound } from '../../../main/app/notices.ts';
import { SettingsStore } from '../../../main/storage/settings.ts';
import { dataFolder, open, write } from '../storage/support.ts';

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

test('a start that finds nothing out of order says nothing', () => {
  const notices = new Notices();
  const folder = dataFolder();
  sayWhatStartFound(notices, new SettingsStore(folder, { state: 'none' }), open(folder));
  expect(notices.all).toEqual([]);
});

test('a start says what it found broken, and where it was kept', () => {
  const notices = new Notices();
  const folder = dataFolder();
  write(folder, 'settings.json', '{');
  write(folder, 'onsite.db', 'This is no database. '.repeat(500));
  const policy = { state: 'invalid', path: '/etc/onsite/policy.json', detail: 'theme: no' } as const;
  const settings = new SettingsStore(folder, policy);
  const opened = open(folder);
  sayWhatStartFound(notices, settings, opened);
  expect(notices.all).toEqual([
    { code: 'policy-invalid', path: policy.path, detail: 'theme: no' },
    { code: 'settings-set-aside', path: settings.setAside },
    { code: 'database-set-aside', path: opened.setAside?.path, copyFrom: null },
  ]);
});

test('settings that cannot be kept are said, until they can', () => {
  const notices = new Notices();
  const folder = dataFolder();
  const settings = new SettingsStore(folder, { state: 'none' });
  sayWhatStartFound(notices, settings, open(folder));
  mkdirSync(join(folder, 'settings.json'));
  settings.set('theme', 'dark');
  expect(notices.all).toMatchObject([{ code: 'settings-not-kept', path: join(folder, 'settings.json') }]);
  rmSync(join(folder, 'settings.json'), { recursive: true });
  settings.set('theme', 'light');
  expect(notices.all).toEqual([]);
});
