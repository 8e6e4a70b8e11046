import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPolicy, systemPolicyPath } from '../../../main/storage/policy.ts';
import { en } from '../../../words/en.ts';
import { dataFolder, write } from './support.ts';

const NO_SYSTEM_FILE = join(import.meta.dirname, 'no-such-policy.json');
const invalid = (path: string, fault: unknown) => ({ state: 'invalid', path, fault });

/** Reads a policy with this content, which `ONSITE_POLICY` names. */
function named(content: string, mode = 0o644) {
  const path = write(dataFolder(), 'policy.json', content, mode);
  return { path, policy: readPolicy(NO_SYSTEM_FILE, path) };
}

const detailOf = (content: string): string => {
  const { policy } = named(content);
  return policy.state === 'invalid' ? en.policyFault(policy.fault) : policy.state;
};

describe('a policy', () => {
  test('is none where nobody made one', () => {
    expect(readPolicy(NO_SYSTEM_FILE, undefined)).toEqual({ state: 'none' });
    expect(readPolicy(NO_SYSTEM_FILE, '')).toEqual({ state: 'none' });
  });

  test('is read from the file that ONSITE_POLICY names', () => {
    const { policy, path } = named('{"techsCount":3,"apiUrl":"https://api.example/v3/","workdays":[]}');
    const values = { techsCount: 3, apiUrl: 'https://api.example/v3', workdays: [] };
    expect(policy).toEqual({ state: 'read', path, values });
  });

  test('of the system goes before the one that is named', () => {
    const folder = dataFolder();
    const system = write(folder, 'system.json', '{"techsCount":2}', 0o644);
    const other = write(folder, 'other.json', '{"techsCount":9}', 0o644);
    expect(readPolicy(system, other)).toMatchObject({ path: system, values: { techsCount: 2 } });
  });

  test('of the system that cannot be looked at is not passed over', () => {
    const folder = dataFolder();
    const loop = join(folder, 'loop.json');
    symlinkSync(loop, loop);
    const other = write(folder, 'other.json', '{"techsCount":9}', 0o644);
    expect(readPolicy(loop, other)).toMatchObject({ state: 'invalid', path: loop });
  });

  test('that is named and missing is said', () => {
    expect(readPolicy(NO_SYSTEM_FILE, NO_SYSTEM_FILE)).toEqual(
      invalid(NO_SYSTEM_FILE, { code: 'unreadable', detail: expect.stringContaining('ENOENT') }),
    );
  });

  test('as some editors on Windows write it is read', () => {
    expect(named('\uFEFF{"techsCount":2}').policy).toMatchObject({
      state: 'read',
      values: { techsCount: 2 },
    });
  });

  test.skipIf(process.platform === 'win32').each([0o620, 0o602, 0o666])(
    'that others may write is not trusted (%o)',
    (mode) => {
      const { path } = named('{"techsCount":2}');
      chmodSync(path, mode);
      expect(readPolicy(NO_SYSTEM_FILE, path)).toEqual(invalid(path, { code: 'writable', folder: null }));
    },
  );
});

test.each([
  { idleMinutes: 0 },
  { idleMinutes: 0.25 },
  { idleMinutes: 100_000 },
  { undoSeconds: 0 },
  { undoSeconds: 30 },
  { requestTimeoutSeconds: 600 },
  { remindBeforeMinutes: 0, disputeMinutes: 15, timeFormat: '24', strip: true },
  { clientDisputeMinutes: [{ subscriberId: 7, name: 'Northwind Stores', minutes: 0.5 }] },
  { redirectUri: 'http://127.0.0.1:8400/callback' },
  { redirectUri: 'http://localhost:8400/' },
  { redirectUri: 'http://[::1]:8400' },
])('a policy may say %o', (values) => {
  expect(named(JSON.stringify(values)).policy).toMatchObject({ state: 'read', values });
});

test.each([
  'https://127.0.0.1:8400/',
  'http://192.168.0.7:8400/',
  'http://127.0.0.1.evil.example/',
  'http://127.0.0.1@evil.example/',
  'http://someone@127.0.0.1/',
  'http://127.0.0.1/?x=1',
  'onsite://callback',
  'callback',
])('an answer to a sign-in is never sent to %s', (redirectUri) => {
  expect(detailOf(JSON.stringify({ redirectUri }))).toMatch(/^redirectUri must .*this computer/);
});

describe('hosts that links may open, and where updates come from', () => {
  const system = (content: string) =>
    readPolicy(write(dataFolder(), 'system.json', content, 0o644), undefined);

  test('are said by the system’s policy', () => {
    const linkHosts = ['files.example.com', 'xn--mnchen-3ya.example'];
    const values = { linkHosts, updateUrl: 'https://updates.example' };
    expect(system(JSON.stringify(values))).toMatchObject({ state: 'read', values });
    expect(system('{"linkHosts":["Files.Example.COM"]}')).toMatchObject({
      values: { linkHosts: ['files.example.com'] },
    });
  });

  test.each(['{"linkHosts":["files.example"]}', '{"updateUrl":"https://updates.example"}'])(
    'but by no other file: %s',
    (content) => {
      expect(detailOf(content)).toMatch(/^(linkHosts|updateUrl) .*the system’s policy file only/);
    },
  );

  test.each([
    '',
    'com',
    'localhost',
    '*.example.com',
    '.example.com',
    'example.com.',
    'https://example.com',
    'example.com/path',
    'example.com:8443',
    'user@example.com',
    'exa mple.com',
    '-a.example',
    '10.0.0.1',
    '[::1]',
    'münchen.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
  ])('are real host names: %j is none', (host) => {
    expect(system(JSON.stringify({ linkHosts: [host] }))).toMatchObject({
      state: 'invalid',
      fault: { code: 'setting', key: 'linkHosts.0', why: 'host-name' },
    });
  });
});

describe.skipIf(process.platform === 'win32')('a policy that others may exchange', () => {
  const policyIn = (folder: string) => write(folder, 'policy.json', '{"techsCount":2}', 0o644);
  const read = (path: string) => readPolicy(NO_SYSTEM_FILE, path);

  test.each([0o770, 0o707, 0o777, 0o1777])(
    'since they may write in its folder (%o) is not trusted',
    (mode) => {
      const folder = dataFolder();
      const path = policyIn(folder);
      chmodSync(folder, mode);
      expect(read(path)).toEqual(invalid(path, { code: 'writable', folder }));
    },
  );

  test('in a folder above its own is trusted: that is where home folders lie', () => {
    const above = dataFolder();
    const folder = join(above, 'own');
    mkdirSync(folder, { mode: 0o700 });
    chmodSync(above, 0o777);
    expect(read(policyIn(folder))).toMatchObject({ state: 'read' });
  });

  test('where a link to it points is not trusted', () => {
    const [own, open] = [dataFolder(), dataFolder()];
    const path = policyIn(open);
    chmodSync(open, 0o777);
    symlinkSync(path, join(own, 'link.json'));
    expect(read(join(own, 'link.json'))).toMatchObject({ state: 'invalid' });
    chmodSync(open, 0o700);
    expect(read(join(own, 'link.json'))).toMatchObject({ state: 'read' });
  });

  test.runIf(process.getuid?.() === 0)('since it is theirs is not trusted', () => {
    const folder = dataFolder();
    const path = policyIn(folder);
    chownSync(path, 12_345, 12_345);
    expect(read(path)).toEqual(invalid(path, { code: 'foreign', folder: null }));
    chownSync(path, 0, 0);
    expect(read(path)).toMatchObject({ state: 'read' });
    chownSync(folder, 12_345, 12_345);
    expect(read(path)).toEqual(invalid(path, { code: 'foreign', folder }));
  });
});

describe('a policy that is no file of a policy’s size', () => {
  test('since it is a folder', () => {
    const folder = dataFolder();
    expect(readPolicy(folder, undefined)).toEqual(invalid(folder, { code: 'not-a-file' }));
  });

  test.skipIf(process.platform === 'win32')('since it is a named pipe: nothing waits for a writer', () => {
    const pipe = join(dataFolder(), 'policy.json');
    execFileSync('mkfifo', [pipe]);
    expect(readPolicy(pipe, undefined)).toEqual(invalid(pipe, { code: 'not-a-file' }));
  });

  test.skipIf(process.platform !== 'linux')('since it is a device that never ends', () => {
    expect(readPolicy('/dev/zero', undefined)).toEqual(invalid('/dev/zero', { code: 'not-a-file' }));
  });

  test('since it is too large', () => {
    expect(detailOf(`{"techsCount":2${' '.repeat(1_000_000)}}`)).toContain('1 MB');
    expect(detailOf(`{"techsCount":2${' '.repeat(900_000)}}`)).toBe('read');
  });
});

describe('a wrong policy', () => {
  test.each([
    ['{"apiUrl":"http://api.example"}', /^apiUrl .*https/],
    ['{"apiUrl":"nowhere"}', /^apiUrl /],
    ['{"loginUrl":"https://user:word@login.example"}', /^loginUrl /],
    ['{"techsCount":0}', /^techsCount /],
    ['{"techsCount":1000}', /^techsCount /],
    ['{"techsCount":1.5}', /^techsCount .*whole/],
    ['{"workTypeId":"1"}', /^workTypeId /],
    ['{"idleMinutes":-1}', /^idleMinutes /],
    ['{"endOfDay":"24:00"}', /^endOfDay .*17:30/],
    ['{"endOfDay":"5:30"}', /^endOfDay /],
    ['{"workdays":[1,8]}', /^workdays\.1 /],
    ['{"theme":"pink"}', /^theme /],
    ['{"signIn":"magic"}', /^signIn /],
    ['{"technicians":[{"userId":1544988}]}', /^technicians\.0\.name /],
    [`{"technicians":[{"userId":7,"name":"${'x'.repeat(101)}"}]}`, /^technicians\.0\.name is too long/],
    ['{"requestTimeoutSeconds":0}', /^requestTimeoutSeconds /],
    ['{"requestTimeoutSeconds":16.1}', /^requestTimeoutSeconds .*whole/],
    ['{"undoSeconds":31}', /^undoSeconds /],
    ['{"undoSeconds":0.5}', /^undoSeconds .*whole/],
    ['{"remindBeforeMinutes":-1}', /^remindBeforeMinutes /],
    ['{"disputeMinutes":"15"}', /^disputeMinutes /],
    ['{"clientDisputeMinutes":[{"subscriberId":7,"minutes":5}]}', /^clientDisputeMinutes\.0\.name /],
    ['{"timeFormat":12}', /^timeFormat /],
    ['{"strip":"yes"}', /^strip /],
    ['{"apiURL":"https://api.example"}', /^apiURL /],
    ['{"techsCount":2,"theme":"pink"}', /^theme /],
    ['{"techsCount":2', /^It is not valid JSON/],
    ['', /^It is not valid JSON/],
    ['null', /no settings/],
    ['"text"', /no settings/],
  ])('%s names its key and is not used at all', (content, detail) => {
    expect(detailOf(content)).toMatch(detail);
  });

  test('says in which line of the file it is broken', () => {
    expect(detailOf('{\n  "techsCount": 2\n  "theme": "dark"\n}')).toMatch(/line 3/);
  });

  test.each([
    '{"clientSecret":hunter2}',
    '{"clientSecret":"hunter2}',
    '{"clientSecret":["hunter2"]}',
    '{"clientSecret":20071307}',
    '{"clientSecret":"hunter2" "clientId":"x"}',
    '{"clientSecrets":"hunter2"}',
  ])('never shows the secret that is in it: %s', (content) => {
    expect(detailOf(content)).not.toMatch(/hunter|20071307/);
  });
});

test('the system’s policy lies where administrators put it', () => {
  expect(systemPolicyPath('linux', undefined)).toBe('/etc/onsite/policy.json');
  expect(systemPolicyPath('darwin', undefined)).toBe('/Library/Application Support/OnSite/policy.json');
  expect(systemPolicyPath('win32', 'D:\\Data')).toMatch(/^D:\\Data.OnSite.policy\.json$/);
  expect(systemPolicyPath('win32', undefined)).toMatch(/^C:\\ProgramData.OnSite.policy\.json$/);
});
