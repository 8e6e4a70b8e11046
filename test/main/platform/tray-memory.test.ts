import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { TrayMemory } from '../../../main/platform/tray-memory.ts';
import type { TrayView } from '../../../main/views/tray.ts';
import { EARLY_WORDS } from '../../../words/early.ts';
import { WORDS } from '../../../words/index.ts';
import { dataFolder } from '../storage/support.ts';

let folder = '';
beforeEach(() => {
  folder = dataFolder();
});

const file = () => join(folder, 'onsite.tray.json');
const ON_SITE: TrayView = {
  icon: 'onsite',
  attention: true,
  tooltip: 'OnSite: On site · 107002896 · 1:31',
  untimed: 'OnSite: On site · 107002896',
  title: '1:31',
  lately: [{ workOrderId: 107002897, text: '107002897 · Store 12' }],
  words: WORDS.en,
  current: { visitId: 'v1', phase: 'on site', leaveBy: 'form' },
};

test('the next start shows what the last one showed, without the time, in the words in force', () => {
  new TrayMemory(folder).keep(ON_SITE);
  expect(new TrayMemory(folder).read(EARLY_WORDS.es)).toEqual({
    ...ON_SITE,
    tooltip: ON_SITE.untimed,
    title: '',
    words: EARLY_WORDS.es,
  });
});

test('the file is its owner’s alone, and written only where something else is shown', () => {
  const memory = new TrayMemory(folder);
  memory.keep(ON_SITE);
  if (process.platform !== 'win32') expect(statSync(file()).mode & 0o077).toBe(0);
  writeFileSync(file(), 'as it was');
  memory.keep({ ...ON_SITE, tooltip: 'OnSite: On site · 107002896 · 1:32', title: '1:32' });
  expect(readFileSync(file(), 'utf8')).toBe('as it was');
  memory.keep({ ...ON_SITE, icon: 'paused' });
  expect(readFileSync(file(), 'utf8')).toContain('paused');
});

test.each([
  ['no file', () => undefined],
  ['a file that is cut off', () => writeFileSync(file(), '{"icon":"onsite"')],
  ['another icon', () => writeFileSync(file(), JSON.stringify({ icon: 'gone' }))],
  ['a file without end', () => symlinkSync('/dev/zero', file())],
  ['a huge file', () => writeFileSync(file(), ' '.repeat(2_000_000))],
])('with %s the icon is that of no visit', (_, write) => {
  write();
  expect(new TrayMemory(folder).read(EARLY_WORDS.en)).toMatchObject({
    icon: 'off',
    attention: false,
    tooltip: 'OnSite: Not checked in',
    current: null,
  });
});

test('a folder that cannot be written stops nothing', () => {
  const memory = new TrayMemory(join(folder, 'gone'));
  memory.keep(ON_SITE);
  expect(memory.read(EARLY_WORDS.en).icon).toBe('off');
});
