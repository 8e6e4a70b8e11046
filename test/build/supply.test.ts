import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../build/setup/run.mjs';
import { auditOf } from '../../build/supply/audit.ts';
import { lockFaults } from '../../build/supply/lock.ts';

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const SOUND = `sha512-${'A'.repeat(86)}==`;

const lock = (entry: object) => JSON.stringify({ packages: { '': {}, 'node_modules/@a/b': entry } });
const project = (allowScripts: object = {}) => JSON.stringify({ allowScripts });

describe('the lockfile', () => {
  it('of this project vouches for every package, and runs no script that was not decided about', () => {
    expect(lockFaults(read('package-lock.json'), read('package.json'))).toEqual([]);
  });

  it.each([
    ['no hash', { version: '1.0.0' }],
    ['a weak hash', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['half a hash', { integrity: 'sha512-AAAA' }],
  ])('with %s is told, by the package', (_, entry) => {
    expect(lockFaults(lock(entry), project())).toEqual([
      'node_modules/@a/b has no sha512 integrity in package-lock.json',
    ]);
  });

  it('with an install script is told until it is decided about', () => {
    const scripted = lock({ integrity: SOUND, hasInstallScript: true });
    expect(lockFaults(scripted, project())).toHaveLength(1);
    expect(lockFaults(scripted, project({ '@a/b': false }))).toEqual([]);
    expect(lockFaults(lock({ integrity: SOUND }), project({ '@a/b': true }))).toHaveLength(1);
  });
});

describe('npm audit', () => {
  it('that could ask says how many, and how many are grave', () => {
    const vulnerabilities = { info: 0, low: 1, moderate: 1, high: 2, critical: 1, total: 5 };
    expect(auditOf(`npm warn x\n${JSON.stringify({ metadata: { vulnerabilities } })}`)).toEqual({
      kind: 'asked',
      total: 5,
      grave: 3,
    });
  });

  it.each([
    ['an error', '{"message":"405 Method Not Allowed","error":{"summary":""}}'],
    ['no answer', ''],
    ['a page', '<html></html>'],
  ])('with %s is not taken for one that found nothing', (_, output) => {
    expect(auditOf(output)).toEqual({ kind: 'unreachable' });
  });
});
