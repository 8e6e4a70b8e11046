import type { IdleSource } from '../app/ports.ts';
import { type BusCall, callBus } from './bus-call.ts';

/** No answer is waited for longer (ms). */
const DEADLINE = 2_000;

const answerOf = (call: BusCall): Promise<string | null> => callBus(call, DEADLINE).catch(() => null);

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

/** Reads `(uint64 12345,)`: ms. */
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

/**
 * Reads logind's two properties.
 * @param now this computer's clock, ms
 * @returns ms without use, or null where they do not tell
 */
export function parseLogind(hint: string | null, since: string | null, now: number): number | null {
  if (hint?.includes('false')) return 0;
  const micros = /uint64 (\d+)/.exec(since ?? '')?.[1];
  return hint?.includes('true') && micros !== undefined ? Math.max(0, now - Number(micros) / 1000) : null;
}

/** Whether the desktop is one of Wayland's, whose programs see the use of X programs only. */
export const isWayland = (
  { XDG_SESSION_TYPE, WAYLAND_DISPLAY }: NodeJS.ProcessEnv,
  system: NodeJS.Platform = process.platform,
): boolean => system === 'linux' && (XDG_SESSION_TYPE === 'wayland' || Boolean(WAYLAND_DISPLAY));

/** Asks a Wayland desktop for the ms without use: GNOME, else logind; null where neither tells. */
export async function waylandIdle(): Promise<(() => Promise<number | null>) | null> {
  if ((await mutterIdle()) !== null) return mutterIdle;
  return (await logindIdle()) === null ? null : logindIdle;
}

const NONE: IdleSource = { detects: false, idle: async () => null, idleNow: () => null };

/**
 * The source for this desktop. On Wayland Electron's is always 0 or sees X programs only
 * (https://github.com/electron/electron/issues/27912), so the desktop is asked, else nothing is claimed.
 * @param electron Electron's own, s, rounded down: right on X11, macOS and Windows
 */
export async function idleSource(env: NodeJS.ProcessEnv, electron: () => number): Promise<IdleSource> {
  const idleNow = () => electron() * 1000;
  if (!isWayland(env)) return { detects: true, idle: async () => idleNow(), idleNow };
  const idle = await waylandIdle();
  return idle ? { detects: true, idle, idleNow: () => null } : NONE;
}
