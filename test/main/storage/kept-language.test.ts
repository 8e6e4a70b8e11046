import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptLanguage } from '../../../main/storage/kept-language.ts';
import { writePolicy } from '../../sandbox/policy.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onsite-language-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = (text: string) => writeFileSync(join(folder, 'settings.json'), text);

test('is that of the settings, and the policy’s goes before it', () => {
  expect(keptLanguage(folder, {})).toBe('system');
  settings('{"language":"es"}');
  expect(keptLanguage(folder, {})).toBe('es');
  const policy = writePolicy(folder, { language: 'fr' });
  expect(keptLanguage(folder, { ONSITE_POLICY: policy })).toBe('fr');
  expect(keptLanguage(folder, { ONSITE_POLICY: writePolicy(folder, { idleMinutes: 5 }) })).toBe('es');
});

test.each(['{', '[]', '{"language":"tlh"}', '{"language":5}', ''])(
  'is the system’s where settings hold %s, and the file stays as it is',
  (text) => {
    settings(text);
    expect(keptLanguage(folder, { ONSITE_POLICY: join(folder, 'nowhere.json') })).toBe('system');
    expect(readdirSync(folder)).toEqual(['settings.json']);
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text);
  },
);

test('other keys that are wrong leave it', () => {
  settings('{"language":"fr","idleMinutes":"long"}');
  expect(keptLanguage(folder, {})).toBe('fr');
});
