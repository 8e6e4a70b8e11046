import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { HOSTS } from '../../../main/servicechannel/hosts.ts';
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
    const policy: Policy = { state: 'invalid', path: 'p', fault: { code: 'json', line: 3 } };
    const settings = new SettingsStore(dataFolder(), policy);
    expect(settings.get('theme')).toBe('system');
    expect(settings.isLocked('theme')).toBe(false);
    expect(settings.policy).toBe(policy);
  });

  test('of the connection: a secret is given by policy for its own client alone', () => {
    const values = { clientId: 'ours', clientSecret: 's3cret' };
    const settings = new SettingsStore(dataFolder(), { state: 'read', path: 'p', values });
    const { loginUrl } = DEFAULTS;
    expect(settings.givenSecret('ours', loginUrl)).toBe('s3cret');
    expect(settings.givenSecret('another', loginUrl)).toBeNull();
    expect(new SettingsStore(dataFolder(), NONE).givenSecret('', loginUrl)).toBeNull();
  });

  test('of the connection: a policy’s secret goes to its own host or to ServiceChannel, not to one that a window set', () => {
    const values = { clientId: 'ours', clientSecret: 's3cret' };
    const settings = new SettingsStore(dataFolder(), { state: 'read', path: 'p', values });
    settings.set('loginUrl', 'https://login.example.org');
    expect(settings.givenSecret('ours', settings.get('loginUrl'))).toBeNull();
    expect(settings.givenSecret('ours', HOSTS.sandbox.loginUrl)).toBe('s3cret');
    const own = { ...values, loginUrl: 'https://login.example.com' };
    const locked = new SettingsStore(dataFolder(), { state: 'read', path: 'p', values: own });
    expect(locked.givenSecret('ours', 'https://login.example.com/')).toBe('s3cret');
    expect(locked.givenSecret('ours', DEFAULTS.loginUrl)).toBeNull();
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

describe('a change', () => {
  test('is told with its key, and no longer once that was ended', () => {
    const settings = new SettingsStore(dataFolder(), NONE);
    const told: unknown[] = [];
    const end = settings.onChange((key) => told.push([key, settings.get(key)]));
    settings.set('undoSeconds', 5);
    settings.set('theme', 'dark');
    end();
    settings.set('theme', 'light');
    expect(told).toEqual([
      ['undoSeconds', 5],
      ['theme', 'dark'],
    ]);
  });

  test('that changes nothing in force is not told', () => {
    const policy: Policy = { state: 'read', path: 'p', values: { theme: 'dark' } };
    const settings = new SettingsStore(dataFolder(), policy);
    const listener = vi.fn();
    settings.onChange(listener);
    settings.set('theme', 'light');
    settings.set('undoSeconds', DEFAULTS.undoSeconds);
    settings.set('workdays', [...DEFAULTS.workdays]);
    expect(listener).not.toHaveBeenCalled();
  });

  test('reaches the others when one who listens throws, and the error is not lost', () => {
    const settings = new SettingsStore(dataFolder(), NONE);
    const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => undefined);
    const listener = vi.fn();
    settings.onChange(() => {
      throw new Error('a window died');
    });
    settings.onChange(listener);
    settings.set('theme', 'dark');
    expect(listener).toHaveBeenCalledWith('theme');
    expect(() => later.mock.calls[0]?.[0]()).toThrow('a window died');
    later.mockRestore();
  });
});

describe('a settings.json that cannot be written', () => {
  /** A folder stands where the file belongs: even root cannot write there. */
  function unwritable() {
    const folder = dataFolder();
    const settings = new SettingsStore(folder, NONE);
    mkdirSync(join(folder, 'settings.json'));
    return { folder, settings };
  }

  test('is said, and what was chosen holds for this run', () => {
    const { folder, settings } = unwritable();
    const listener = vi.fn();
    settings.onChange(listener);
    settings.set('techsCount', 4);
    expect(settings.get('techsCount')).toBe(4);
    expect(listener).toHaveBeenCalledWith('techsCount');
    expect(settings.notKept).toEqual({ path: join(folder, 'settings.json'), detail: expect.any(String) });
  });

  test('is said no longer when the next choice can be kept', () => {
    const { folder, settings } = unwritable();
    settings.set('techsCount', 4);
    rmSync(join(folder, 'settings.json'), { recursive: true });
    settings.set('theme', 'dark');
    expect(settings.notKept).toBeNull();
    expect(new SettingsStore(folder, NONE).get('theme')).toBe('dark');
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

  test.each(['[]', 'null', '"text"', '7'])('(%s) is set aside as well', (content) => {
    const folder = dataFolder();
    write(folder, 'settings.json', content);
    const settings = new SettingsStore(folder, NONE);
    expect(everything(settings)).toEqual(DEFAULTS);
    expect(readFileSync(settings.setAside ?? '', 'utf8')).toBe(content);
  });

  test('with several keys that nobody knows, and one that electron-store keeps for itself, keeps the others', () => {
    const folder = dataFolder();
    write(folder, 'settings.json', '{"a":1,"b":2,"__internal__":{"c":3},"__proto__":4,"techsCount":4}');
    expect(new SettingsStore(folder, NONE).get('techsCount')).toBe(4);
    expect(JSON.parse(file(folder))).toEqual({ techsCount: 4 });
    const next = new SettingsStore(folder, NONE);
    expect([next.setAside, next.notKept]).toEqual([null, null]);
  });

  test.each([
    ['too large to be one', 500_000, DEFAULTS.techsCount],
    ['full of unknown keys', 60_000, 4],
  ])('(%s) is set aside without holding up the start', (_, count, techsCount) => {
    const folder = dataFolder();
    const unknown = Array.from({ length: count }, (_, index) => `"x${index}":1`);
    write(folder, 'settings.json', `{"techsCount":4,${unknown}}`);
    const settings = new SettingsStore(folder, NONE);
    expect(settings.get('techsCount')).toBe(techsCount);
    expect(asides(folder)).toHaveLength(1);
    expect(new SettingsStore(folder, NONE).setAside).toBeNull();
  });

  test.skipIf(process.platform === 'win32')('that is a named pipe does not hold the start', () => {
    const folder = dataFolder();
    execFileSync('mkfifo', [join(folder, 'settings.json')]);
    const settings = new SettingsStore(folder, NONE);
    settings.set('techsCount', 4);
    expect(settings.setAside).not.toBeNull();
    expect(new SettingsStore(folder, NONE).get('techsCount')).toBe(4);
  });

  test('says nothing of hosts and updates: those are the system’s policy’s to say', () => {
    const folder = dataFolder();
    write(
      folder,
      'settings.json',
      '{"linkHosts":["evil.example"],"updateUrl":"https://evil.example","strip":true}',
    );
    const settings = new SettingsStore(folder, NONE);
    expect([settings.get('linkHosts'), settings.get('updateUrl'), settings.get('strip')]).toEqual([
      [],
      '',
      true,
    ]);
    expect(settings.setAside).not.toBeNull();
  });
});

test.skipIf(process.platform === 'win32')('settings.json is for its owner alone', () => {
  const folder = dataFolder();
  new SettingsStore(folder, NONE).set('techsCount', 4);
  expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600);
});
