import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileFault, saveAs, writeWhole } from '../../../main/platform/whole-file.ts';
import { dataFolder } from '../storage/support.ts';

function folder(): string {
  const path = dataFolder();
  mkdirSync(path, { recursive: true });
  return path;
}

test('a file takes the place of the one before', async () => {
  const into = folder();
  const file = join(into, 'week.csv');
  writeFileSync(file, 'before');
  expect(await writeWhole(file, 'after')).toBeNull();
  expect(readFileSync(file, 'utf8')).toBe('after');
  expect(readdirSync(into)).toEqual(['week.csv']);
});

test('a folder that is gone is said, and nothing is left half', async () => {
  const into = folder();
  expect(await writeWhole(join(into, 'stick/week.csv'), 'x')).toEqual({ code: 'gone' });
  expect(readdirSync(into)).toEqual([]);
});

test.each([
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EROFS', 'denied'],
])('a folder with no room or no right is said as such: %s', (code, fault) => {
  expect(fileFault(Object.assign(new Error(code), { code }))).toEqual({ code: fault });
});

test('what had the name before stays where it cannot be replaced', async () => {
  const into = folder();
  mkdirSync(join(into, 'week.csv/inside'), { recursive: true });
  expect(await writeWhole(join(into, 'week.csv'), 'x')).toMatchObject({ code: 'other' });
  expect(readdirSync(into)).toEqual(['week.csv']);
});

test('a file is saved where a person says, and its kind is the ending of its name', async () => {
  const path = join(folder(), 'mine.csv');
  const asked: string[] = [];
  const where = async (name: string, ending: string) => {
    asked.push(name, ending);
    return path;
  };
  expect(await saveAs(where, 'week 48.csv', () => 'a,b')).toEqual({ path, fault: null });
  expect([asked, readFileSync(path, 'utf8')]).toEqual([['week 48.csv', 'csv'], 'a,b']);
});

test('called off in the dialog nothing is saved; what cannot be made is told', async () => {
  expect(
    await saveAs(
      async () => null,
      'week.csv',
      () => 'a',
    ),
  ).toEqual({ path: null, fault: null });
  const saved = await saveAs(
    async () => expect.fail('asked'),
    'week.pdf',
    () => Promise.reject(new Error('no ink')),
  );
  expect(saved).toEqual({ path: 'week.pdf', fault: { code: 'other', detail: 'no ink' } });
});
