import { app, powerMonitor } from 'electron';
import type { Told } from '../moments/machine.ts';

export interface PowerListener {
  tell(told: Told): void;
  leave(type: 'lock' | 'sleep'): void;
  /** @returns true when the shutdown has to wait for an answer */
  shutdown(): boolean;
}

interface Stoppable {
  preventDefault(): void;
}

/** Locks and sleeps of the computer as facts. Lock and unlock do not come on Linux (Electron's documentation). */
export function listenToPower(listener: PowerListener): void {
  powerMonitor.on('lock-screen', () => listener.leave('lock'));
  powerMonitor.on('unlock-screen', () => listener.tell({ type: 'unlock' }));
  powerMonitor.on('suspend', () => listener.leave('sleep'));
  powerMonitor.on('resume', () => listener.tell({ type: 'wake' }));
  const ending = (event?: Stoppable) => {
    // The sign of use is on disk before anything else: a shutdown may not wait.
    listener.leave('lock');
    if (listener.shutdown()) event?.preventDefault();
  };
  // Linux and macOS only; Windows asks a window.
  powerMonitor.on('shutdown', ending);
  app.on('browser-window-created', (_event, window) => window.on('query-session-end', ending));
}
