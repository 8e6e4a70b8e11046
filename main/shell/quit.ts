import { app } from 'electron';

/** Whether the app may end without a question. */
export class Quitting {
  readonly #ask: () => boolean;
  #leaving = false;

  /** @param ask opens the question when one is due: true where quitting has to wait for its answer */
  constructor(ask: () => boolean) {
    this.#ask = ask;
    app.on('before-quit', (event) => {
      if (this.#leaving || !this.#ask()) this.#leaving = true;
      else event.preventDefault();
    });
    // Whoever sends a signal does not wait for an answer: a kill follows. What is on disk is enough for the next start.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => this.leave());
  }

  /** Ends the app; nothing is asked any more. */
  leave(): void {
    this.#leaving = true;
    app.quit();
  }
}
