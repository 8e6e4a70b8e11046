import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holderElsewhere } from '../../../main/platform/instance-lock.ts';
import { dataFolder } from '../storage/support.ts';

const lockOf = (folder: string) => join(folder, 'SingletonLock');

test('a data folder that another computer holds names it and its process', () => {
  const folder = dataFolder();
  symlinkSync('office-pc-2-4711', lockOf(folder));
  expect(holderElsewhere(folder, 'laptop')).toEqual({
    computer: 'office-pc-2',
    pid: 4711,
    path: lockOf(folder),
  });
});

test('one that this computer holds, or that no process holds, names none', () => {
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  expect(holderElsewhere(folder, 'laptop')).toBeNull();
  symlinkSync('laptop-4711', lockOf(folder));
  expect(holderElsewhere(folder, 'laptop')).toBeNull();
});

test('what is no lock of Chromium’s names none', () => {
  const folder = dataFolder();
  writeFileSync(lockOf(folder), 'laptop-4711');
  expect(holderElsewhere(folder, 'laptop')).toBeNull();
});
