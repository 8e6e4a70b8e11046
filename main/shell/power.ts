import { app, powerMonitor } from 'electron';
import type { Power } from '../app/ports.ts';
import { guarded } from '../listeners.ts';
import { PowerEvents } from '../platform/power-events.ts';

/** The computer's power events. Lock and unlock do not come on Linux (Electron's documentation). Call when the app is ready. */
export function electronPower(): Power {
  const power = new PowerEvents();
  powerMonitor.on('lock-screen', () => power.leaves('lock'));
  powerMonitor.on('unlock-screen', () => power.comesBack('unlock'));
  powerMonitor.on('suspend', () => power.leaves('sleep'));
  powerMonitor.on('resume', () => power.comesBack('wake'));
  // Linux and macOS only; Windows asks a window.
  powerMonitor.on('shutdown', power.ends);
  app.on(
    'browser-window-created',
    guarded((_event, window) => window.on('query-session-end', power.ends)),
  );
  return power;
}
