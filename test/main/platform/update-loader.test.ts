import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { faultOf } from '../../../main/platform/update-loader.ts';
import { STALL } from '../../../main/platform/update-requests.ts';
import { STRANGER, UpdateFeed } from './update-feed.ts';

const READY = { state: 'ready', version: '0.2.0', again: false };

/** electron-updater names a feed's file by the system it runs on. */
describe.runIf(process.platform === 'linux')('an update from a local feed', () => {
  let feed: UpdateFeed;
  beforeEach(async () => {
    feed = new UpdateFeed();
    await feed.open();
  });
  afterEach(() => feed.close());

  const found: string[] = [];
  const load = () => feed.loader.load(feed.url, (version) => found.push(version));
  /** The packages that lie loaded. */
  const loaded = () =>
    readdirSync(join(feed.folder, 'cache'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.deb'),
    );

  it('is loaded, checked, and lies ready', async () => {
    feed.offer('0.2.0', 'the package');
    expect(await load()).toEqual(READY);
    expect(found).toContain('0.2.0');
    expect(loaded()).toHaveLength(1);
    expect(readFileSync(join(feed.folder, 'cache', loaded()[0] ?? ''), 'utf8')).toBe('the package');
  });

  it('is not there where this is the newest version', async () => {
    feed.offer('0.1.0', 'the package');
    expect(await load()).toEqual({ state: 'newest' });
    expect(feed.asked).toEqual([feed.feedPath]);
  });

  it('is deleted where it is not offered any more, or is what runs', async () => {
    feed.offer('0.2.0', 'the package');
    await load();
    feed.offer('0.1.0', 'the package');
    expect(await load()).toEqual({ state: 'newest' });
    expect(loaded()).toEqual([]);
  });

  it('is refused where it is older than this one', async () => {
    feed.offer('0.0.9', 'the package');
    expect(await load()).toEqual({ state: 'failed', fault: 'older', version: '0.0.9' });
    expect(feed.logged.join()).toContain('0.0.9');
    expect(feed.asked).toEqual([feed.feedPath]);
  });

  /** Longer than streams hold back: a short one is refused before its file is opened, which then comes after the deletion. */
  const long = (text: string) => text.repeat(100_000);

  it.each([
    [
      'another content than the feed vouches for',
      'damaged',
      () => {
        feed.offer('0.2.0', long('good'));
        feed.answers.set(feed.packagePath, { body: long('evil') });
      },
    ],
    [
      'a truncated one',
      'damaged',
      () => {
        feed.offer('0.2.0', long('the package'));
        feed.answers.set(feed.packagePath, { body: long('the package').slice(0, -3) });
      },
    ],
    [
      'a longer one than the feed says',
      'feed',
      () => {
        feed.offer('0.2.0', 'the package');
        feed.answers.set(feed.packagePath, { body: 'x'.repeat(100_000) });
      },
    ],
    [
      'one whose connection breaks',
      'unreachable',
      () => {
        feed.offer('0.2.0', 'x'.repeat(100_000));
        feed.answers.set(feed.packagePath, { body: 'x'.repeat(100_000), breaksAfter: 5_000 });
      },
    ],
    [
      'one that lies elsewhere',
      'redirected',
      () => {
        feed.offer('0.2.0', 'the package');
        const headers = { location: `${feed.url}elsewhere.deb` };
        feed.answers.set(feed.packagePath, { status: 302, headers });
        feed.answers.set('/elsewhere.deb', { body: 'the package' });
      },
    ],
    [
      'one that is missing',
      'unreachable',
      () => {
        feed.offer('0.2.0', 'the package');
        feed.answers.delete(feed.packagePath);
      },
    ],
  ])('%s is refused, deleted and logged', async (_, fault, prepare) => {
    prepare();
    expect(await load()).toEqual({ state: 'failed', fault, version: '0.2.0' });
    expect(loaded()).toEqual([]);
    expect(feed.logged).toHaveLength(1);
    expect(feed.asked).not.toContain('/elsewhere.deb');
  });

  it.each([
    [
      'elsewhere',
      'redirected',
      () => feed.answers.set(feed.feedPath, { status: 301, headers: { location: 'https://evil.example/' } }),
    ],
    ['no YAML of a feed', 'feed', () => feed.answers.set(feed.feedPath, { body: '{[' })],
    [
      'without a file',
      'feed',
      () => feed.answers.set(feed.feedPath, { body: 'version: 0.2.0\nfiles: []\n' }),
    ],
    [
      'without a hash',
      'feed',
      () =>
        feed.answers.set(feed.feedPath, {
          body: 'version: 0.2.0\nfiles:\n  - url: onsite_0.2.0_amd64.deb\n',
        }),
    ],
    ['of no version', 'feed', () => feed.answers.set(feed.feedPath, { body: 'version: newest\n' })],
    [
      'a reference to itself many times over',
      'feed',
      () => {
        const lines = Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`);
        const body = ['version: 0.2.0', 'a0: &a0 [lol]', ...lines, 'files: *a40', ''].join('\n');
        feed.answers.set(feed.feedPath, { body });
      },
    ],
    [
      'huge',
      'feed',
      () => feed.answers.set(feed.feedPath, { body: `version: 0.2.0\nnotes: ${'x'.repeat(1_000_000)}\n` }),
    ],
    ['without a size', 'feed', () => feed.offer('0.2.0', 'the package', { size: Number.NaN })],
    ['of a size beyond any package', 'feed', () => feed.offer('0.2.0', 'the package', { size: 1e12 })],
    ['missing', 'feed', () => feed.answers.delete(feed.feedPath)],
  ])('a feed that is %s is said', async (_, fault, prepare) => {
    feed.offer('0.2.0', 'the package');
    prepare();
    expect(await load()).toMatchObject({ state: 'failed', fault });
    expect(loaded()).toEqual([]);
    expect(feed.logged.length).toBeGreaterThan(0);
  });

  it.each([
    'https://evil.example/onsite_0.2.0_amd64.deb',
    '//evil.example/onsite_0.2.0_amd64.deb',
    '../onsite_0.2.0_amd64.deb',
    'other/onsite_0.2.0_amd64.deb',
    '..%2F..%2Fonsite_0.2.0_amd64.deb',
    '..\\..\\onsite_0.2.0_amd64.deb',
    "x';id;'.deb",
    '$(id).deb',
    '-o.deb',
    '.hidden.deb',
    'onsite\n.deb',
    'onsite.deb?x=1',
  ])('a package named %j is refused before it is asked for', async (url) => {
    feed.offer('0.2.0', 'the package', { url });
    expect(await load()).toEqual({ state: 'failed', fault: 'feed', version: null });
    expect(feed.asked).toEqual([feed.feedPath]);
    expect(feed.logged.join()).toContain('files.0.url');
  });

  it.each([
    ['no signature', () => feed.offer('0.2.0', 'the package', { signature: undefined })],
    ['a signature that is none', () => feed.offer('0.2.0', 'the package', { signature: 'AAAA' })],
    ['a stranger’s signature', () => feed.offer('0.2.0', 'the package', {}, STRANGER.privateKey)],
    [
      'the signature of another version, an old package told as new',
      () => {
        const url = 'onsite_0.1.1_amd64.deb';
        feed.offer('0.1.1', 'with a hole');
        const body = feed.answers.get(feed.feedPath)?.body ?? '';
        feed.answers.set(feed.feedPath, { body: body.replace('"version":"0.1.1"', '"version":"0.2.0"') });
        expect(body).toContain(url);
      },
    ],
    [
      'a good one beside one that is not',
      () => {
        feed.offer('0.2.0', 'the package');
        const { files } = JSON.parse(feed.answers.get(feed.feedPath)?.body ?? '');
        feed.feed({ version: '0.2.0', files: [...files, { ...files[0], url: 'other.deb' }] });
      },
    ],
  ])('a package with %s is refused before it is asked for', async (_, prepare) => {
    prepare();
    expect(await load()).toEqual({ state: 'failed', fault: 'signature', version: '0.2.0' });
    expect(feed.asked).toEqual([feed.feedPath]);
    expect(feed.logged).toHaveLength(1);
  });

  it('leaves one short line in the log, whatever the server sent', async () => {
    feed.answers.set(feed.feedPath, { body: `{[${'x'.repeat(100_000)}` });
    await load();
    expect(feed.logged).toHaveLength(1);
    expect(feed.logged.join().length).toBeLessThan(1000);
  });

  it('says nothing to the feed that tells this computer from others', async () => {
    feed.offer('0.2.0', 'the package');
    await load();
    expect(feed.executor.headers).toMatchObject({ 'x-user-staging-id': '-' });
  });

  it.each([
    ['the feed', () => feed.feedPath],
    ['the package', () => feed.packagePath],
  ])('is given up where the server stops in the middle of %s', async (_, path) => {
    feed.offer('0.2.0', 'x'.repeat(100_000));
    const body = feed.answers.get(path())?.body ?? '';
    feed.answers.set(path(), { body, stopsAfter: 50 });
    const stopped = new Promise<void>((resolve) => {
      feed.onStopped = resolve;
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const end = load();
      await stopped;
      vi.advanceTimersByTime(STALL);
      expect(await end).toMatchObject({ state: 'failed', fault: 'unreachable' });
    } finally {
      vi.useRealTimers();
    }
    expect(loaded()).toEqual([]);
    expect(feed.logged.join()).toContain('sent nothing');
  });

  it.runIf(existsSync('/dev/full'))('is said not to fit where there is no room', async () => {
    feed.offer('0.2.0', 'the package');
    feed.executor.writesTo = '/dev/full';
    expect(await load()).toEqual({ state: 'failed', fault: 'no-room', version: '0.2.0' });
  });

  it('is said not to come where nothing answers, and comes with the next look', async () => {
    feed.offer('0.2.0', 'the package');
    expect(await feed.loader.load('http://127.0.0.1:9/', () => undefined)).toEqual({
      state: 'failed',
      fault: 'unreachable',
      version: null,
    });
    expect(await load()).toEqual(READY);
  });
});

describe.runIf(process.platform === 'linux')('an update that was loaded', () => {
  let feed: UpdateFeed;
  beforeEach(async () => {
    feed = new UpdateFeed();
    await feed.open();
    feed.offer('0.2.0', 'the package');
    await load();
  });
  afterEach(() => feed.close());
  const load = () => feed.loader.load(feed.url, () => undefined);
  const install = (may = true) => feed.loader.install(() => may);
  const file = () => join(feed.folder, 'cache/loaded/pending/onsite_0.2.0_amd64.deb');

  it('is installed', async () => {
    expect(await install()).toBeNull();
    expect(feed.installed).toEqual(['the package']);
  });

  it('is not installed where it was exchanged meanwhile, and is loaded anew', async () => {
    writeFileSync(file(), 'evil');
    expect(await install()).toBe('damaged');
    expect(feed.installed).toEqual([]);
    expect(existsSync(file())).toBe(false);
    expect(await load()).toEqual(READY);
    expect(await install()).toBeNull();
    expect(feed.installed).toEqual(['the package']);
  });

  it('is not installed where it is gone', async () => {
    rmSync(file());
    expect(await install()).toBe('not-installed');
    expect(feed.installed).toEqual([]);
  });

  it('waits where a visit began while it was checked', async () => {
    expect(await install(false)).toBe('later');
    expect(feed.installed).toEqual([]);
    expect(await install()).toBeNull();
  });

  it('that the packer refuses is said, with the packer’s words in the log', async () => {
    feed.packerFails = true;
    expect(await install()).toBe('not-installed');
    expect(feed.logged.join()).toContain('Unmet dependencies');
  });

  it('and did not become what runs is told so by the next look', async () => {
    await install();
    expect(await load()).toEqual({ ...READY, again: true });
    feed.offer('0.3.0', 'the next');
    expect(await load()).toEqual({ ...READY, version: '0.3.0' });
  });
});

it('a wrong signature is told from other faults', () => {
  const error = Object.assign(new Error('not signed'), { code: 'ERR_UPDATER_INVALID_SIGNATURE' });
  expect(faultOf(error)).toBe('signature');
  expect(faultOf(new Error('Code signature at URL … did not pass validation'))).toBe('signature');
});
