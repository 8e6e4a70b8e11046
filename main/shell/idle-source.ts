import { powerMonitor } from 'electron';
import type { IdleSource } from '../app/ports.ts';
import { isWayland, waylandIdle } from '../platform/idle.ts';

/** Electron's own: X11, macOS and Windows. Whole seconds, rounded down. */
const ELECTRON: IdleSource = {
  detects: true,
  idle: async () => powerMonitor.getSystemIdleTime() * 1000,
  idleNow: () => powerMonitor.getSystemIdleTime() * 1000,
};

const NONE: IdleSource = { detects: false, idle: async () => null, idleNow: () => null };

/**
 * The source for this desktop. On Wayland Electron's is always 0 or sees X programs only
 * (https://github.com/electron/electron/issues/27912), so the desktop is asked, else nothing is claimed.
 */
export async function idleSource(env: NodeJS.ProcessEnv): Promise<IdleSource> {
  if (!isWayland(env)) return ELECTRON;
  const idle = await waylandIdle();
  return idle ? { detects: true, idle, idleNow: () => null } : NONE;
}
