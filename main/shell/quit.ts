import { app } from 'electron';
import type { Quit } from '../app/ports.ts';

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
      process.on(signal, () => {
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
