import { expect, test } from 'vitest';
import type { PackageKind } from '../../../main/platform/package-kind.ts';
import { updaterOf } from '../../../main/platform/updater.ts';

const may = () => true;
const FEED = 'https://updates.example.com';
const READY = { state: 'ready', version: '0.2.0', again: false } as const;
const loader = {
  load: async (_feed: string, onFound: (version: string) => void) => {
    onFound('0.2.0');
    return READY;
  },
  install: async () => null,
};

/** An updater, with how often its library was loaded and what it logged. */
function updater(kind: PackageKind, make = async () => loader) {
  const logged: string[] = [];
  let made = 0;
  const counted = () => {
    made += 1;
    return make();
  };
  const parts = { kind, isRoot: false, makeLoader: counted, restart: () => undefined };
  return { of: updaterOf({ ...parts, log: (line) => logged.push(line) }), logged, made: () => made };
}

test('nothing is loaded before the first look, and the library once', async () => {
  const { of, made } = updater('deb');
  expect([made(), of.isSilent, await of.install(may)]).toEqual([0, false, 'not-installed']);
  const found: string[] = [];
  for (const _ of [1, 2]) expect(await of.load(FEED, (version) => found.push(version))).toEqual(READY);
  expect([made(), found, await of.install(may)]).toEqual([1, ['0.2.0', '0.2.0'], null]);
});

test('a library that cannot be loaded is an update that cannot be reached, and is tried again', async () => {
  let fails = true;
  const broken = new Error('no such module');
  const { of, logged } = updater('nsis', async () => {
    if (fails) throw broken;
    return loader;
  });
  const failed = { state: 'failed', fault: 'unreachable', version: null };
  expect(await of.load(FEED, () => undefined)).toEqual(failed);
  expect(logged).toEqual(['Error: no such module']);
  fails = false;
  expect(await of.load(FEED, () => undefined)).toEqual(READY);
});

test('a copy that no packer installed is not installed over', async () => {
  const { of } = updater('folder');
  await of.load(FEED, () => undefined);
  expect(await of.install(may)).toBe('not-installed');
});
