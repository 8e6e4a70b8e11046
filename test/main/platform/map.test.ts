import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { showOnMap } from '../../../main/platform/map.ts';
import { dataFolder } from '../storage/support.ts';

const opened: string[] = [];
const opener = (programs: Readonly<Record<string, string>>, open = async () => undefined) => ({
  programFor: (scheme: string) => programs[scheme] ?? '',
  open: (link: string) => {
    opened.push(link);
    return open();
  },
});
const MAIN_STREET = '1 Main Street';

afterEach(() => {
  opened.length = 0;
  vi.unstubAllEnvs();
});

test('the system’s map shows the address', async () => {
  expect(await showOnMap(MAIN_STREET, opener({ 'maps:': 'Maps' }), 'darwin')).toBe(true);
  expect(opened).toEqual(['maps:?q=1%20Main%20Street']);
});

test('no program takes the link: nothing is opened', async () => {
  expect(await showOnMap(MAIN_STREET, opener({}), 'win32')).toBe(false);
  expect(await showOnMap(MAIN_STREET, opener({}), 'freebsd')).toBe(false);
  expect(opened).toEqual([]);
});

test('a program that does not open is told', async () => {
  const failing = opener({ 'bingmaps:': 'Maps' }, async () => Promise.reject(new Error('no')));
  expect(await showOnMap(MAIN_STREET, failing, 'win32')).toBe(false);
});

test('one that has not failed after a while is open', async () => {
  const silent = opener({ 'bingmaps:': 'Maps' }, () => new Promise(() => undefined));
  expect(await showOnMap(MAIN_STREET, silent, 'win32')).toBe(true);
});

/** A Linux whose `xdg-mime` is this script. */
function linuxWith(script: string): void {
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'xdg-mime'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'xdg-mime'), 0o755);
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
}

test.runIf(process.platform === 'linux')('Linux is asked for its program, not Electron', async () => {
  linuxWith('[ "$*" = "query default x-scheme-handler/maps" ] && echo org.gnome.Maps.desktop');
  expect(await showOnMap(MAIN_STREET, opener({}), 'linux')).toBe(true);
  linuxWith('exit 4');
  expect(await showOnMap(MAIN_STREET, opener({ 'maps:': 'Maps' }), 'linux')).toBe(false);
  expect(opened).toHaveLength(1);
});
