import { app } from 'electron';
import type { Quit } from '../app/ports.ts';

/**
 * Electron installs handlers of its own at its start, over those of a module that listened before (`when-exit`, which
 * also cleans up at the exit itself); Node installs its own anew with the first listener there is.
 */
function onSignal(signal: NodeJS.Signals, run: () => void): void {
  process.removeAllListeners(signal);
  process.on(signal, run);
}

/** Whether the app may end without a question. */
export class ElectronQuit implements Quit {
  #ask: (why: 'quit' | 'signal') => boolean = () => false;
  #leaving = false;

  constructor() {
    app.on('before-quit', (event) => {
      if (this.#leaving || !this.#ask('quit')) this.#leaving = true;
      else event.preventDefault();
    });
    // Windows ends the session: its windows are closed next.
    app.on('browser-window-created', (_event, window) =>
      window.on('session-end', () => {
        this.#leaving = true;
      }),
    );
    // A signal does not wait for an answer: a kill follows. The disk has enough for the next start.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      onSignal(signal, () => {
        this.#leaving = true;
        if (!this.#ask('signal')) this.leave();
      });
  }

  askFirst(ask: (why: 'quit' | 'signal') => boolean): void {
    this.#ask = ask;
  }

  get leaving(): boolean {
    return this.#leaving;
  }

  leave(): void {
    this.#leaving = true;
    app.quit();
  }
}
