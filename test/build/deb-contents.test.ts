import { lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { missingFromDeb } from '../../build/deb/contents.ts';
import { setPackageModes } from '../../build/deb/modes.ts';

const LISTING = `drwxr-xr-x root/root         0 2026-11-26 01:02 ./
-rwsr-xr-x root/root     38448 2026-11-26 01:02 ./usr/lib/onsite/chrome-sandbox
-rwxr-xr-x root/root 186276400 2026-11-26 01:02 ./usr/lib/onsite/onsite
-rw-r--r-- root/root   1460274 2026-11-26 01:02 ./usr/lib/onsite/resources/app.asar
-rw-r--r-- root/root       350 2026-11-26 01:02 ./usr/lib/onsite/resources/apparmor
-rw-r--r-- root/root         3 2026-11-26 01:02 ./usr/lib/onsite/resources/package-type
-rw-r--r-- root/root       391 2026-11-26 01:02 ./usr/share/applications/onsite.desktop
-rw-r--r-- root/root      1075 2026-11-26 01:02 ./usr/share/doc/onsite/copyright
-rw-r--r-- root/root      3933 2026-11-26 01:02 ./usr/share/icons/hicolor/48x48/apps/onsite.png
-rw-r--r-- root/root      1200 2026-11-26 01:02 ./usr/share/icons/hicolor/scalable/apps/onsite.svg
lrwxrwxrwx root/root         0 2026-11-26 01:02 ./usr/bin/onsite -> ../lib/onsite/onsite
`;

it('finds nothing amiss in a .deb that holds the program, its helper, its icons and its link on PATH', () => {
  expect(missingFromDeb(LISTING)).toEqual([]);
});

it('names what is not in it', () => {
  const without = LISTING.split('\n').filter((line) => !/apparmor|bin\/onsite/.test(line));
  expect(missingFromDeb(without.join('\n'))).toEqual([
    './usr/lib/onsite/resources/apparmor is missing',
    './usr/bin/onsite is missing',
  ]);
});

it('tells a sandbox helper that could not make a sandbox, and a file of another owner', () => {
  expect(missingFromDeb(LISTING.replace('-rwsr-xr-x root/root', '-rwxr-xr-x builder/root'))).toEqual([
    './usr/lib/onsite/chrome-sandbox has the mode -rwxr-xr-x, not -rwsr-xr-x',
    './usr/lib/onsite/chrome-sandbox belongs to builder/root',
  ]);
});

it('tells a file or folder that others may write, but not a link, whose own mode counts nothing', () => {
  const loose = LISTING.replace('drwxr-xr-x root/root         0', 'drwxrwxr-x root/root         0');
  expect(missingFromDeb(loose)).toEqual(['./ has the mode drwxrwxr-x: others than its owner may write it']);
});

it('gives the modes of a package to what was made with another umask, and leaves links as they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-modes-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const umask of [0o002, 0o077]) {
    const made = join(folder, umask.toString(8));
    const before = process.umask(umask);
    mkdirSync(join(made, 'inner'), { recursive: true });
    writeFileSync(join(made, 'inner/text'), 'text');
    writeFileSync(join(made, 'inner/program'), '#!/bin/sh', { mode: 0o777 });
    symlinkSync('/nowhere', join(made, 'link'));
    process.umask(before);
    setPackageModes(made);
    const modes = ['', 'inner', 'inner/text', 'inner/program'].map(
      (name) => lstatSync(join(made, name)).mode & 0o777,
    );
    expect(modes, `umask ${umask.toString(8)}`).toEqual([0o755, 0o755, 0o644, 0o755]);
  }
});
