import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KINDS } from './all-sabotages.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/proof.md'), 'utf8');

/** The rows of the page's table, without its head. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.replace(/ +/g, ' '));

test('docs/proof.md has a row for each sabotage, and no other', () => {
  const expected = Object.entries(KINDS).flatMap(([kind, sabotages]) =>
    Object.keys(sabotages).map((name) => `| ${kind} | ${name} |`),
  );
  expect(rows).toEqual(expected);
});
