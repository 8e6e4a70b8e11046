import { expect, test } from 'vitest';
import type { PolicyFault, ValueFault } from '../../main/storage/faults.ts';
import { en } from '../../words/en.ts';

const VALUES: readonly ValueFault[] = [
  ...(['text', 'number', 'whole', 'yes-no', 'list', 'choice', 'least', 'most', 'empty'] as const),
  ...([
    'too-long',
    'missing',
    'unknown-key',
    'url',
    'https',
    'loopback',
    'host-name',
    'time',
    'other',
  ] as const),
];
const FAULTS: readonly PolicyFault[] = [
  ...VALUES.map((why) => ({ code: 'setting', key: 'theKey', why, than: '7' }) as const),
  { code: 'system-only', key: 'theKey' },
  { code: 'no-settings' },
  { code: 'not-a-file' },
  { code: 'too-large' },
  { code: 'json', line: null },
  { code: 'json', line: 3 },
  { code: 'foreign', folder: null },
  { code: 'writable', folder: null },
  { code: 'foreign', folder: '/etc/onsite' },
  { code: 'writable', folder: '/etc/onsite' },
  { code: 'unreadable', detail: 'ENOENT' },
];

test('every fault of a policy is a sentence of its own, which names its key', () => {
  const said = FAULTS.map((fault) => en.policyFault(fault));
  expect(new Set(said).size).toBe(said.length);
  for (const [index, text] of said.entries()) {
    expect(text).toMatch(/^(theKey|[A-Z]).*\.$/);
    expect(text).not.toMatch(/undefined|null|'/);
    const fault = FAULTS[index];
    if (fault && 'key' in fault) expect(text.startsWith('theKey ')).toBe(true);
  }
});

test('a database that is not sound says why', () => {
  expect(en.databaseNotSound({ code: 'missing' })).toBe('Not sound: there is no database here');
  expect(en.databaseNotSound({ code: 'newer', schema: 99 })).toContain('schema 99');
  expect(en.databaseNotSound({ code: 'damaged', detail: 'row 5 missing' })).toContain('row 5 missing');
});
