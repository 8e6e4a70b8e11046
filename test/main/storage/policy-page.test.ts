import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { systemPolicyPath } from '../../../main/storage/policy.ts';
import { SettingsFile } from '../../../main/storage/settings-schema.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/policy.md'), 'utf8');

test('the page for administrators names every key, and no other', () => {
  const [, list = ''] = /as its `name`:\n([\s\S]*?)\n\n/.exec(page) ?? [];
  const named = [...list.matchAll(/`(\w+)`/g)].map(([, key]) => key);
  expect(named.toSorted()).toEqual(Object.keys(SettingsFile.entries).toSorted());
});

test('its examples are policies', () => {
  const whole = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const inScripts = [...page.matchAll(/^\{ .*\}$/gm)].map(([text]) => text);
  expect(whole.length + inScripts.length).toBeGreaterThanOrEqual(2);
  for (const text of [...whole, ...inScripts])
    expect(v.safeParse(SettingsFile, JSON.parse(text)).issues).toBeUndefined();
});

test.each(['linux', 'darwin', 'win32'] as const)('it says where the file lies on %s', (platform) => {
  expect(page).toContain(
    systemPolicyPath(platform, '%PROGRAMDATA%').replaceAll('/', platform === 'win32' ? '\\' : '/'),
  );
});
