import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepForOwner } from '../../../main/storage/own-files.ts';
import { dataFolder, write } from './support.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test.skipIf(process.platform === 'win32')('a data folder is made for its owner alone', () => {
  const folder = join(dataFolder(), 'new', 'one');
  expect(keepForOwner(folder)).toBeNull();
  expect(modeOf(folder)).toBe('700');
});

test.skipIf(process.platform === 'win32')(
  'what an earlier version left wider is narrowed, and nothing else is touched',
  () => {
    const folder = dataFolder();
    const names = ['onsite.db', 'onsite.db-wal', 'onsite.db.backup', 'onsite.log', 'settings.json'];
    for (const name of names) chmodSync(write(folder, name, ''), 0o644);
    const other = write(folder, 'notes.txt', '');
    chmodSync(other, 0o644);
    const aside = write(folder, 'onsite.db.corrupt-x', '');
    chmodSync(aside, 0o400);
    mkdirSync(join(folder, 'onsite.folder'), { mode: 0o755 });
    const linked = write(dataFolder(), 'theirs', '');
    chmodSync(linked, 0o644);
    symlinkSync(linked, join(folder, 'onsite.link'));
    chmodSync(folder, 0o777);
    expect(keepForOwner(folder)).toBeNull();
    expect(modeOf(folder)).toBe('700');
    expect(names.map((name) => modeOf(join(folder, name)))).toEqual(names.map(() => '600'));
    expect([other, aside, linked].map(modeOf)).toEqual(['644', '400', '644']);
  },
);

test('a folder that cannot be had is told, and stops no start', () => {
  const folder = write(dataFolder(), 'a-file', '');
  expect(keepForOwner(join(folder, 'below'))).toBeInstanceOf(Error);
});
