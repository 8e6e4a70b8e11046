import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnosisOf } from '../../../main/storage/examine-aside.ts';
import { dataFolder } from './support.ts';

test('questions that come while an examination is under way get its answer, not a thread each', async () => {
  const folder = dataFolder();
  const [first, second] = [diagnosisOf(folder), diagnosisOf(folder)];
  expect(second).toBe(first);
  expect(diagnosisOf(dataFolder())).not.toBe(first);
  await first;
});

test('a later question examines anew', async () => {
  const folder = dataFolder();
  const first = await diagnosisOf(folder);
  expect(first.fault).toEqual({ code: 'missing' });
  expect(await diagnosisOf(folder)).not.toBe(first);
});

test.each([1_000, 2_000_000])('a file of %i bytes that is no database is found damaged', async (size) => {
  const folder = dataFolder();
  writeFileSync(join(folder, 'onsite.db'), Buffer.alloc(size, 1));
  expect((await diagnosisOf(folder)).fault).toMatchObject({ code: 'damaged' });
});
