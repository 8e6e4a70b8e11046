import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { PICTURE_FILES } from '../../build/icons/draw.ts';
import { missingFromArchive } from '../../build/package/archive.ts';

/** A project that was compiled to these files. */
function project(...files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-archive-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const file of ['out/main/index.js', ...files]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

const pictures = PICTURE_FILES.map((name) => `/out/main/icons/${name}`);
const whole = ['/package.json', '/out/main/index.js', ...pictures];

it('finds nothing missing in a whole archive, whichever way its paths are written', () => {
  expect(missingFromArchive(whole, project('out/.compiled', 'out/main/uninstall.nsh'))).toEqual([]);
  const windows = whole.map((path) => path.replaceAll('/', '\\'));
  expect(missingFromArchive(windows, project())).toEqual([]);
});

it('misses a picture of the tray, though none was drawn into out/ either', () => {
  const without = whole.filter((path) => !path.endsWith('/onsite-light-linux.png'));
  expect(missingFromArchive(without, project(), 'linux')).toEqual(['out/main/icons/onsite-light-linux.png']);
});

it.each(['linux', 'win32', 'darwin'] as const)(
  'misses no picture that another system shows: %s',
  (system) => {
    const own = whole.filter((path) => !path.includes('/icons/') || path.includes(`-${system}`));
    expect(own.length).toBeGreaterThan(10);
    expect(missingFromArchive(own, project(), system)).toEqual([]);
  },
);

it('misses whatever was compiled and not packed', () => {
  expect(missingFromArchive(whole, project('out/renderer/popup/index.html'))).toEqual([
    'out/renderer/popup/index.html',
  ]);
});
