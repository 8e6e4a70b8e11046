import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultOf } from '../../../main/platform/update-loader.ts';
import { UpdateFeed } from './update-feed.ts';

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
    expect(await load()).toEqual({ state: 'ready', version: '0.2.0' });
    expect(found).toContain('0.2.0');
    expect(loaded()).toHaveLength(1);
    expect(readFileSync(join(feed.folder, 'cache', loaded()[0] ?? ''), 'utf8')).toBe('the package');
  });

  it('is not there where this is the newest version', async () => {
    feed.offer('0.1.0', 'the package');
    expect(await load()).toEqual({ state: 'newest' });
    expect(feed.asked).toEqual([feed.feedPath]);
  });

  it('is refused where it is older than this one', async () => {
    feed.offer('0.0.9', 'the package');
    expect(await load()).toEqual({ state: 'failed', fault: 'older', version: '0.0.9' });
    expect(feed.logged.join()).toContain('0.0.9');
    expect(feed.asked).toEqual([feed.feedPath]);
  });

  it.each([
    ['another content than the feed vouches for', 'damaged', () => feed.offer('0.2.0', 'evil', 'good')],
    ['a truncated one', 'damaged', () => feed.offer('0.2.0', 'the pack', 'the package')],
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
    ['missing', 'feed', () => feed.answers.delete(feed.feedPath)],
  ])('a feed that is %s is said', async (_, fault, prepare) => {
    feed.offer('0.2.0', 'the package');
    prepare();
    expect(await load()).toMatchObject({ state: 'failed', fault });
    expect(loaded()).toEqual([]);
    expect(feed.logged.length).toBeGreaterThan(0);
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
    expect(await load()).toEqual({ state: 'ready', version: '0.2.0' });
  });
});

it('a wrong signature is told from other faults', () => {
  const error = Object.assign(new Error('not signed'), { code: 'ERR_UPDATER_INVALID_SIGNATURE' });
  expect(faultOf(error)).toBe('signature');
  expect(faultOf(new Error('Code signature at URL … did not pass validation'))).toBe('signature');
});
