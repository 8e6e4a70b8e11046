import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './run.mjs';

/** Without a byte for this long, in ms, a download is given up. Unpacking on a slow disk writes more often. */
const patience = 20_000;
const lookEvery = 1_000;
const reportEvery = 5_000;

/** The result of a download, and the cause of a failure. */
export type DownloadOutcome = { done: boolean; why: string };

/**
 * Runs Electron's own installer, which checks what it gets against the checksums in its package. It has no deadline of
 * its own, so it is given up when nothing arrives any more.
 */
export async function downloadElectron(packageDirectory: string): Promise<DownloadOutcome> {
  const temporary = await mkdtemp(join(tmpdir(), 'onsite-electron-'));
  try {
    return await watch(packageDirectory, temporary);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function watch(packageDirectory: string, temporary: string): Promise<DownloadOutcome> {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(packageDirectory, 'install.js')], {
      env: {
        ...process.env,
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
        ELECTRON_GET_NO_PROGRESS: '1',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    installer.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    let stalled = false;
    const stopWatching = watchBytes([temporary, join(packageDirectory, 'dist')], () => {
      stalled = true;
      installer.kill();
    });
    installer.once('close', (code) => {
      stopWatching();
      const why = stalled ? `nothing arrived for ${patience / 1000} s` : reason(said);
      resolve({ done: code === 0 && !stalled, why });
    });
  });
}

/** Says how much is there every few seconds, and calls `onStall` when nothing was added for too long. */
function watchBytes(directories: readonly string[], onStall: () => void): () => void {
  let bytes = 0;
  let grewAt = Date.now();
  let saidAt = Date.now();
  const look = async () => {
    const sizes = await Promise.all(directories.map(bytesIn));
    const now = sizes.reduce((sum, size) => sum + size, 0);
    if (now !== bytes) grewAt = Date.now();
    bytes = now;
    if (Date.now() - grewAt > patience) onStall();
    if (bytes >= 1e6 && Date.now() - saidAt >= reportEvery) {
      saidAt = Date.now();
      say(`Electron: ${Math.round(bytes / 1e6)} MB so far`);
    }
  };
  const timer = setInterval(() => void look(), lookEvery);
  return () => clearInterval(timer);
}

async function bytesIn(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true }).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(directory, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** @returns the installer's first words, without the stack */
function reason(said: string): string {
  const error = /^\w*Error: (.+)$/m.exec(said)?.[1] ?? 'its installer failed';
  return error === 'fetch failed' ? 'its host cannot be reached' : error;
}
