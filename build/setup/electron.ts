import { existsSync, readFileSync } from 'node:fs';
import { lstat, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DownloadOutcome, downloadElectron } from './electron-download.ts';
import { fallbackDirectory, fallbackVersion, hasFallback, makeFallback } from './fallback-electron.ts';
import { root, run, SetupProblem, say, tail } from './run.mjs';

const packageDirectory = join(root, 'node_modules/electron');
const dist = join(packageDirectory, 'dist');

const binaries: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
const binary = binaries[process.platform] ?? 'electron';

/**
 * Puts an Electron where `require('electron')` finds it: the one named in ELECTRON_OVERRIDE_DIST_PATH, else Electron's own
 * download, else the fallback. A fallback in place is kept until `downloadAgain`, so that a start waits for no dead host.
 *
 * @returns one line that says which Electron is used
 * @throws SetupProblem when there is none to be had
 */
export async function ensureElectron(downloadAgain: boolean): Promise<string> {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return useNamed(named);
  const wanted = wantedVersion();
  const present = presentVersion(dist);
  if (present === wanted) return announce(wanted, "Electron's own download");
  if (present === fallbackVersion && !downloadAgain) return announceFallback(wanted);

  await removeDist();
  say(`downloading Electron ${wanted}`);
  const outcome = await downloadElectron(packageDirectory);
  if (outcome.done) {
    await checkStarts();
    return announce(wanted, "Electron's own download");
  }
  say(`Electron ${wanted} could not be downloaded: ${outcome.why}`);
  return useFallback(wanted, outcome);
}

/** @returns the directory and version of the Electron that set-up put in place */
export function electronInUse(): { directory: string; version: string } {
  const directory = process.env.ELECTRON_OVERRIDE_DIST_PATH || dist;
  const version = versionIn(directory);
  if (version !== undefined) return { directory, version };
  throw new SetupProblem(
    `There is no Electron in ${directory}.`,
    'everything.',
    'run `npm run setup` first.',
  );
}

async function useNamed(directory: string): Promise<string> {
  if (!existsSync(join(directory, binary))) {
    throw new SetupProblem(
      `ELECTRON_OVERRIDE_DIST_PATH names ${directory}, where there is no ${binary}.`,
      'everything.',
      'name a directory with an unpacked Electron, or unset it.',
    );
  }
  await writePath();
  return announce(versionIn(directory) ?? 'of unknown version', 'named by ELECTRON_OVERRIDE_DIST_PATH');
}

async function useFallback(wanted: string, outcome: DownloadOutcome): Promise<string> {
  if (!hasFallback()) {
    throw new SetupProblem(
      `There is no Electron: its download failed (${outcome.why}), and there is a fallback for Linux on x64 only.`,
      'packages; nothing else was changed.',
      'run it again with a network; or behind a proxy with ELECTRON_GET_USE_PROXY=1 and HTTPS_PROXY; or name a mirror in ' +
        'ELECTRON_MIRROR; or unpack an Electron yourself and name its directory in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  if (presentVersion(fallbackDirectory()) !== fallbackVersion) await makeFallback();
  await linkDist(fallbackDirectory());
  await writePath();
  await checkStarts();
  return announceFallback(wanted);
}

/** Starts a new Electron once, as plain Node, which loads all its libraries. */
async function checkStarts(): Promise<void> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const started = await run('starting Electron', join(dist, binary), ['-p', '1'], { env });
  if (started.code === 0) return;
  throw new SetupProblem(
    `Electron is in place, but does not start:\n${tail(started.output)}`,
    'packages and Electron.',
    'install the system libraries it names, then run it again.',
  );
}

function wantedVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageDirectory, 'package.json'), 'utf8'));
  if (manifest !== null && typeof manifest === 'object' && 'version' in manifest)
    return String(manifest.version);
  throw new SetupProblem(
    'node_modules/electron is damaged.',
    'everything.',
    'delete node_modules and run it again.',
  );
}

/** @returns the version of the Electron in a directory, undefined unless it can be started */
function presentVersion(directory: string): string | undefined {
  if (!existsSync(join(directory, binary))) return undefined;
  if (directory === dist && !existsSync(join(packageDirectory, 'path.txt'))) return undefined;
  return versionIn(directory);
}

function versionIn(directory: string): string | undefined {
  const file = join(directory, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

/** Removes a link or a half-unpacked directory, so that a download never writes through the link into the cache. */
async function removeDist(): Promise<void> {
  await rm(join(packageDirectory, 'path.txt'), { force: true });
  const found = await lstat(dist).catch(() => undefined);
  if (found !== undefined) await rm(dist, { recursive: true });
}

async function linkDist(target: string): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  const beside = await mkdtemp(join(packageDirectory, 'link-'));
  await symlink(target, join(beside, 'dist'));
  await rename(join(beside, 'dist'), dist);
  await rm(beside, { recursive: true });
}

/** `electron` reads this file as it is: no newline at its end. */
async function writePath(): Promise<void> {
  const file = join(packageDirectory, 'path.txt');
  const present = await readFile(file, 'utf8').catch(() => '');
  if (present === binary) return;
  await writeFile(`${file}.tmp-${process.pid}`, binary);
  await rename(`${file}.tmp-${process.pid}`, file);
}

function announce(version: string, origin: string): string {
  return `Electron ${version} (${origin})`;
}

function announceFallback(wanted: string): string {
  return announce(
    fallbackVersion,
    `fallback: ${wanted} could not be downloaded; \`npm run setup -- --download-electron\` tries again`,
  );
}
