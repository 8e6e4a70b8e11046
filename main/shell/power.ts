import { app, powerMonitor } from 'electron';
import type { Power } from '../app/ports.ts';
import { Listeners } from '../listeners.ts';
import type { MomentEvent } from '../moments/machine.ts';

interface Stoppable {
  preventDefault(): void;
}

/** Locks and sleeps of the computer as facts. Lock and unlock do not come on Linux (Electron's documentation). */
export class ElectronPower implements Power {
  readonly #events = new Listeners<MomentEvent>();
  readonly #leave = new Listeners<'lock' | 'sleep'>();
  #ask: () => boolean = () => false;

  constructor() {
    powerMonitor.on('lock-screen', () => this.#leave.tell('lock'));
    powerMonitor.on('unlock-screen', () => this.#events.tell({ type: 'unlock' }));
    powerMonitor.on('suspend', () => this.#leave.tell('sleep'));
    powerMonitor.on('resume', () => this.#events.tell({ type: 'wake' }));
    const ending = (event?: Stoppable) => {
      // The sign of use is on disk before anything else: a shutdown may not wait.
      this.#leave.tell('lock');
      if (this.#ask()) event?.preventDefault();
    };
    // Linux and macOS only; Windows asks a window.
    powerMonitor.on('shutdown', ending);
    app.on('browser-window-created', (_event, window) => window.on('query-session-end', ending));
  }

  onEvent = (listener: (event: MomentEvent) => void) => this.#events.add(listener);
  onLeave = (listener: (type: 'lock' | 'sleep') => void) => this.#leave.add(listener);

  askBeforeShutdown(ask: () => boolean): void {
    this.#ask = ask;
  }
}
