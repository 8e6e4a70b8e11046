import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installsSilently, packageKind } from '../../../main/platform/package-kind.ts';
import { dataFolder } from '../storage/support.ts';

/** Electron's folder in a package of Linux, with the name that its packer left. */
function resources(named: string | null): string {
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  if (named !== null) writeFileSync(join(folder, 'package-type'), `${named}\n`);
  return folder;
}

test('Windows and macOS have one kind each', () => {
  expect([packageKind('/', {}, 'win32'), packageKind('/', {}, 'darwin')]).toEqual(['nsis', 'mac']);
});

test.each([
  ['deb', {}, 'deb'],
  ['rpm', {}, 'rpm'],
  ['other', {}, 'folder'],
  [null, { APPIMAGE: '/home/me/OnSite.AppImage' }, 'AppImage'],
  [null, {}, 'folder'],
] as const)('on Linux, named %s with %j, it is %s', (named, env, kind) => {
  expect(packageKind(resources(named), env, 'linux')).toBe(kind);
});

test('a package of the system asks for a password, but not of root', () => {
  expect([installsSilently('deb', false), installsSilently('deb', true)]).toEqual([false, true]);
  expect([installsSilently('nsis', false), installsSilently('AppImage', false)]).toEqual([true, true]);
});
