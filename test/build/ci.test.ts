import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

/** The npm commands in a text: `start`, `test`, and what follows `npm run`. */
const commandsIn = (text: string) =>
  new Set([...text.matchAll(/\bnpm (?:run (?:--silent )?)?([a-z][a-z:]*)/g)].map(([, name]) => name));

it('CI runs every command that the README names', () => {
  const named = commandsIn(read('README.md'));
  expect(named.size).toBeGreaterThan(10);
  const run = commandsIn(read('.ci/run'));
  expect([...named].filter((name) => !run.has(name))).toEqual([]);
});

it('every command that the README names is there', () => {
  const { scripts } = JSON.parse(read('package.json'));
  expect([...commandsIn(read('README.md'))].filter((name) => !(String(name) in scripts))).toEqual([]);
});
