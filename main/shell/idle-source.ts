import { powerMonitor } from 'electron';
import type { IdleSource } from '../app/ports.ts';
import { type BusCall, callBus } from './bus-call.ts';

/** Electron's own: X11, macOS and Windows. Whole seconds, rounded down. */
const ELECTRON: IdleSource = {
  detects: true,
  idle: async () => powerMonitor.getSystemIdleTime() * 1000,
  idleNow: () => powerMonitor.getSystemIdleTime() * 1000,
};

const answerOf = (call: BusCall): Promise<string | null> => callBus(call, 2000).catch(() => null);

/** GNOME's compositor; others do not offer it. @see https://gitlab.gnome.org/GNOME/mutter org.gnome.Mutter.IdleMonitor */
async function mutterIdle(): Promise<number | null> {
  const answer = await answerOf({
    bus: 'session',
    service: 'org.gnome.Mutter.IdleMonitor',
    path: '/org/gnome/Mutter/IdleMonitor/Core',
    method: 'org.gnome.Mutter.IdleMonitor.GetIdletime',
  });
  return parseMutter(answer);
}

/** `(uint64 12345,)`: ms. */
export function parseMutter(answer: string | null): number | null {
  const ms = /uint64 (\d+)/.exec(answer ?? '')?.[1];
  return ms === undefined ? null : Number(ms);
}

const logindProperty = (name: string): Promise<string | null> =>
  answerOf({
    bus: 'system',
    service: 'org.freedesktop.login1',
    path: '/org/freedesktop/login1/session/auto',
    method: 'org.freedesktop.DBus.Properties.Get',
    args: ['org.freedesktop.login1.Session', name],
  });

/** The desktop's idle hint in logind, and since when (µs since the epoch). */
async function logindIdle(): Promise<number | null> {
  const [hint, since] = [await logindProperty('IdleHint'), await logindProperty('IdleSinceHint')];
  return parseLogind(hint, since, Date.now());
}

/** @param now this computer's clock, ms */
export function parseLogind(hint: string | null, since: string | null, now: number): number | null {
  if (hint?.includes('false')) return 0;
  const micros = /uint64 (\d+)/.exec(since ?? '')?.[1];
  return hint?.includes('true') && micros !== undefined ? Math.max(0, now - Number(micros) / 1000) : null;
}

const asked = (idle: () => Promise<number | null>): IdleSource => ({
  detects: true,
  idle,
  idleNow: () => null,
});

const NONE: IdleSource = { detects: false, idle: async () => null, idleNow: () => null };

const isWayland = ({ XDG_SESSION_TYPE, WAYLAND_DISPLAY }: NodeJS.ProcessEnv) =>
  process.platform === 'linux' && (XDG_SESSION_TYPE === 'wayland' || Boolean(WAYLAND_DISPLAY));

/**
 * The source for this desktop. On Wayland Electron's is always 0 or sees X programs only
 * (https://github.com/electron/electron/issues/27912), so GNOME is asked, else logind, else nothing is claimed.
 */
export async function idleSource(env: NodeJS.ProcessEnv): Promise<IdleSource> {
  if (!isWayland(env)) return ELECTRON;
  if ((await mutterIdle()) !== null) return asked(mutterIdle);
  if ((await logindIdle()) !== null) return asked(logindIdle);
  return NONE;
}
