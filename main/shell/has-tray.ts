import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const ASK = [
  'call',
  '--session',
  '--dest',
  'org.freedesktop.DBus',
  '--object-path',
  '/org/freedesktop/DBus',
  '--method',
  'org.freedesktop.DBus.NameHasOwner',
  'org.kde.StatusNotifierWatcher',
];

/** A panel may come up after us at login: it is given this long (ms), asked this often. */
const PATIENCE = 3_000;
const BETWEEN = 250;

async function watcherIsThere(): Promise<boolean> {
  try {
    const { stdout } = await run('gdbus', ASK, { timeout: 1000 });
    return stdout.includes('true');
  } catch {
    return false;
  }
}

/**
 * Is there a tray to be clicked? macOS and Windows always have one; on Linux a panel must offer StatusNotifierWatcher
 * (GNOME without its extension does not).
 */
export async function hasTray(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  for (let waited = 0; ; waited += BETWEEN) {
    if (await watcherIsThere()) return true;
    if (waited >= PATIENCE) return false;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
}
