import { spawn } from 'node:child_process';
import { setTimeout as rest } from 'node:timers/promises';
import { callBus } from './bus-call.ts';

const WATCHER = 'org.kde.StatusNotifierWatcher';

/** A panel may come up after us at login: so long nothing else is shown (ms). */
const PATIENCE = 3_000;

/** Whether a panel takes icons now. One that has only claimed the name does not yet: Electron would give up on it. */
async function takesIcons(): Promise<boolean> {
  const call = {
    bus: 'session',
    service: WATCHER,
    path: '/StatusNotifierWatcher',
    method: 'org.freedesktop.DBus.Properties.Get',
    args: [WATCHER, 'IsStatusNotifierHostRegistered'],
  } as const;
  try {
    return (await callBus(call, 1000)).includes('true');
  } catch {
    return false;
  }
}

/** Asks anew whenever the panel says something, until it takes icons. */
function awaitPanel(): Promise<boolean> {
  return new Promise((resolve) => {
    const monitor = spawn('gdbus', ['monitor', '--session', '--dest', WATCHER], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const end = (came: boolean) => {
      monitor.kill();
      process.off('exit', kill);
      resolve(came);
    };
    const kill = () => monitor.kill();
    process.once('exit', kill);
    monitor.stdout.on('data', () => void takesIcons().then((yes) => yes && end(true)));
    monitor.once('error', () => end(false));
    monitor.once('exit', () => end(false));
  });
}

/** A panel that runs has asked about a new icon and has it after some turns of the loop, within this time (ms). */
const TAKEN_WITHIN = 50;

/** A tray that can be clicked. */
export interface ComingTray {
  /** Whether it is there already; false as well where that cannot be known. */
  readonly isThere: Promise<boolean>;
  /** True as soon as it is there, which may be hours later or never; false where that cannot be known. */
  readonly comes: Promise<boolean>;
  /** Call when an icon was put into it: resolves when the panel has had the time to take it. */
  readonly taken: () => Promise<unknown>;
}

/**
 * Looks for a tray that can be clicked. macOS and Windows always have one; on Linux a panel must offer one, which GNOME
 * does only with an extension. Once there it stays: Electron itself returns to a panel that was started again.
 */
export function lookForTray(system: NodeJS.Platform = process.platform): ComingTray {
  const onBus = system === 'linux';
  const isThere = onBus ? takesIcons() : Promise.resolve(true);
  return {
    isThere,
    comes: isThere.then((there) => there || awaitPanel()),
    taken: () => (onBus ? rest(TAKEN_WITHIN) : Promise.resolve()),
  };
}

/** Whether it is there by now or at least within the time that a login takes. */
export function comesSoon(coming: Promise<boolean>, patience = PATIENCE): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience));
  return Promise.race([coming, late]);
}
