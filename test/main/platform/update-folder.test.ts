import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeUpdateFolder } from '../../../main/platform/update-folder.ts';
import { dataFolder } from '../storage/support.ts';

/** A data folder's place for updates, and the settings in it. */
function made(packed: string | null) {
  const resources = dataFolder();
  mkdirSync(resources, { recursive: true });
  if (packed !== null) writeFileSync(join(resources, 'app-update.yml'), packed);
  const folder = join(dataFolder(), 'updates');
  makeUpdateFolder(folder, resources);
  return { folder, settings: readFileSync(join(folder, 'app-update.yml'), 'utf8') };
}

test('what is loaded lies in the folder itself, whatever the package named', () => {
  const { settings } = made(
    'provider: generic\nupdaterCacheDirName: onsite-updater\npublisherName: [OnSite]\n',
  );
  expect(settings.split('\n').filter((line) => line !== '')).toEqual([
    'provider: generic',
    'publisherName: [OnSite]',
    'updaterCacheDirName: loaded',
  ]);
});

test('a package without settings has those that are needed', () => {
  expect(made(null).settings.trim()).toBe('updaterCacheDirName: loaded');
});

test.skipIf(process.platform === 'win32')('it is its owner’s alone', () => {
  expect(statSync(made(null).folder).mode & 0o777).toBe(0o700);
});
