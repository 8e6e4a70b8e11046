import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, test } from './app.ts';
import { commandOf, ROOT } from './drive.ts';

/** `nobody` on every Linux. */
const ORDINARY = 65_534;
const AT_RUN_TIME = [
  'out',
  'package.json',
  'node_modules/keytar',
  'node_modules/@photostructure',
  'node_modules/node-gyp-build',
];

/** The user that runs this test, or the one that root takes instead. */
const asOrdinary = process.getuid?.() === 0 ? { uid: ORDINARY, gid: ORDINARY } : {};

/** The kernel lets an ordinary user make namespaces, as Chromium's sandbox does where its helper is not setuid root. */
function mayMakeNamespaces(): boolean {
  try {
    execFileSync('unshare', ['--user', 'true'], { ...asOrdinary, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The app and its Electron where every user may read them: root's own folders are closed to others. */
function readableApp(): {
  readonly binary: string;
  readonly args: readonly string[];
  readonly folder: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-ordinary-'));
  chmodSync(folder, 0o755);
  const [electron, compiled] = commandOf();
  const dist = join(folder, 'electron');
  // Links to the same files, where both lie on one disk.
  try {
    execFileSync('cp', ['-alL', dirname(electron), dist], { stdio: 'ignore' });
  } catch {
    execFileSync('cp', ['-aL', dirname(electron), dist]);
  }
  const app = join(folder, 'app');
  if (compiled.length > 0) {
    for (const path of AT_RUN_TIME) cpSync(join(ROOT, path), join(app, path), { recursive: true });
    execFileSync('chmod', ['-R', 'a+rX', app]);
  }
  const own = join(folder, 'own');
  mkdirSync(own);
  if (asOrdinary.uid !== undefined) chownSync(own, asOrdinary.uid, asOrdinary.gid);
  return { binary: join(dist, basename(electron)), args: compiled.length > 0 ? [app] : [], folder };
}

/** `Seccomp:` of each process of a kind that was started with this data folder; 2 is a filter. */
function seccompOf(kind: string, dataFolder: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (!command.includes(`--type=${kind}`) || !command.includes(dataFolder)) return [];
        return /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? [];
      } catch {
        return [];
      }
    });
}

test('an ordinary user’s pages run behind the kernel’s filter', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  test.skip(!mayMakeNamespaces(), 'this kernel gives ordinary users no namespaces');
  const { binary, args, folder } = readableApp();
  const data = join(folder, 'own', 'data');
  const { DISPLAY, XAUTHORITY, PATH, LANG } = process.env;
  const child = spawn(binary, [...args, `--user-data-dir=${data}`], {
    ...asOrdinary,
    cwd: join(folder, 'own'),
    // No session bus: no tray, so the popup opens by itself.
    env: {
      ...{ DISPLAY, XAUTHORITY, PATH, LANG },
      HOME: join(folder, 'own'),
      XDG_RUNTIME_DIR: join(folder, 'own'),
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'exit');
  try {
    await expect
      .poll(() => seccompOf('renderer', data).length, { message: 'a window’s process', timeout: 20_000 })
      .toBeGreaterThan(0);
    expect(new Set(seccompOf('renderer', data)), said).toEqual(new Set(['2']));
  } finally {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
});
