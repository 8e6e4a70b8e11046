import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../main/storage/policy.ts';
import { SettingsStore } from '../../../main/storage/settings.ts';
import { DEFAULTS, type Settings } from '../../../main/storage/settings-schema.ts';
import { dataFolder, write } from './support.ts';

const NONE: Policy = { state: 'none' };
const file = (folder: string) => readFileSync(join(folder, 'settings.json'), 'utf8');
const asides = (folder: string) => readdirSync(folder).filter((name) => name.includes('broken'));

const keys = Object.keys(DEFAULTS).filter((key): key is keyof Settings => key in DEFAULTS);
const everything = (settings: SettingsStore) =>
  Object.fromEntries(keys.map((key) => [key, settings.get(key)]));

describe('a setting', () => {
  test('is its default until somebody chooses', () => {
    const settings = new SettingsStore(dataFolder(), NONE);
    expect(everything(settings)).toEqual(DEFAULTS);
    expect(settings.setAside).toBeNull();
  });

  test('that was chosen is kept for the next run', () => {
    const folder = dataFolder();
    const settings = new SettingsStore(folder, NONE);
    settings.set('techsCount', 4);
    expect(settings.get('techsCount')).toBe(4);
    expect(new SettingsStore(folder, NONE).get('techsCount')).toBe(4);
  });

  test('that the policy decides is locked, and what was chosen before is not lost', () => {
    const folder = dataFolder();
    write(folder, 'settings.json', '{"techsCount":4,"idleMinutes":10}');
    const policy: Policy = { state: 'read', path: 'p', values: { techsCount: 2 } };
    const settings = new SettingsStore(folder, policy);
    settings.set('techsCount', 9);
    expect(settings.get('techsCount')).toBe(2);
    expect(settings.get('idleMinutes')).toBe(10);
    expect([settings.isLocked('techsCount'), settings.isLocked('idleMinutes')]).toEqual([true, false]);
    expect(new SettingsStore(folder, NONE).get('techsCount')).toBe(4);
  });

  test('of a policy that is wrong is not used', () => {
    const policy: Policy = { state: 'invalid', path: 'p', detail: 'theme: no' };
    const settings = new SettingsStore(dataFolder(), policy);
    expect(settings.get('theme')).toBe('system');
    expect(settings.isLocked('theme')).toBe(false);
    expect(settings.policy).toBe(policy);
  });

  test('of the connection: a secret is given by policy for its own client alone', () => {
    const values = { clientId: 'ours', clientSecret: 's3cret' };
    const settings = new SettingsStore(dataFolder(), { state: 'read', path: 'p', values });
    expect(settings.givenSecret('ours')).toBe('s3cret');
    expect(settings.givenSecret('another')).toBeNull();
    expect(new SettingsStore(dataFolder(), NONE).givenSecret('')).toBeNull();
  });

  test('that is false, 0 or empty is a choice', () => {
    const folder = dataFolder();
    write(folder, 'settings.json', '{"notifications":false,"idleMinutes":0,"workdays":[]}');
    const settings = new SettingsStore(folder, NONE);
    expect([settings.get('notifications'), settings.get('idleMinutes'), settings.get('workdays')]).toEqual([
      false,
      0,
      [],
    ]);
  });
});

describe('a broken settings.json', () => {
  test.each(['{"techsCount":4', '', 'theme=dark', '\u0000\u0000'])(
    '(%j) is set aside, and defaults hold',
    (content) => {
      const folder = dataFolder();
      write(folder, 'settings.json', content);
      const settings = new SettingsStore(folder, NONE);
      expect(everything(settings)).toEqual(DEFAULTS);
      expect(readFileSync(settings.setAside ?? '', 'utf8')).toBe(content);
      settings.set('techsCount', 5);
      const next = new SettingsStore(folder, NONE);
      expect(next.get('techsCount')).toBe(5);
      expect(next.setAside).toBeNull();
    },
  );

  test.each([
    ['techsCount', '0'],
    ['theme', '"pink"'],
    ['technicians', '[{"userId":1544988}]'],
    ['unheard', '1'],
    ['un.heard', '1'],
  ])('in one key (%s) keeps the others', (key, value) => {
    const folder = dataFolder();
    const content = `{"idleMinutes":7,"${key}":${value},"language":"fr"}`;
    write(folder, 'settings.json', content);
    const settings = new SettingsStore(folder, NONE);
    expect(everything(settings)).toEqual({ ...DEFAULTS, idleMinutes: 7, language: 'fr' });
    expect(readFileSync(settings.setAside ?? '', 'utf8')).toBe(content);
    expect(JSON.parse(file(folder))).toEqual({ idleMinutes: 7, language: 'fr' });
    expect(new SettingsStore(folder, NONE).setAside).toBeNull();
    expect(asides(folder)).toHaveLength(1);
  });
});
