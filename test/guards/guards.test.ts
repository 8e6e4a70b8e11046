import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OFF } from './guard.ts';
import { GUARDS } from './list.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test.skipIf(process.env[OFF]).each(GUARDS)('$name is where the list says, once, and has its row', (guard) => {
  expect(read(guard.file).split(guard.on)).toHaveLength(2);
  expect(existsSync(join(ROOT, 'test', guard.test))).toBe(true);
  const row = `| ${guard.point} | ${guard.name} | \`${guard.file}\` | \`test/${guard.test}\` |`;
  expect(read('docs/security.md').replace(/ +/g, ' ')).toContain(row);
});

test('there are enough, and no two of one name', () => {
  expect(GUARDS.length).toBeGreaterThanOrEqual(40);
  expect(new Set(GUARDS.map(({ name }) => name)).size).toBe(GUARDS.length);
});
