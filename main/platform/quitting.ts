import type { Quit } from '../app/ports.ts';
import { apart } from '../listeners.ts';

/**
 * Node's own handlers of a signal come back with the first listener there is: before, those of others go. Electron installs
 * its own at its start, over those of a module that listened earlier (`when-exit`, which also cleans up at the exit itself).
 * A listener from before that keeps that module's from being the first one later: removed here with a signal on its way to
 * it, that would be lost, and the app would stay.
 */
function onSignal(signal: NodeJS.Signals, run: () => void): void {
  process.removeAllListeners(signal);
  process.on(signal, run);
}

/** Whether the app may end without a question. */
export class Quitting implements Quit {
  readonly #end: () => void;
  #ask: (why: 'quit' | 'signal') => boolean = () => false;
  #leaving = false;

  /** @param end ends the app, which asks `mayQuit` once more */
  constructor(end: () => void) {
    this.#end = end;
  }

  askFirst(ask: (why: 'quit' | 'signal') => boolean): void {
    this.#ask = ask;
  }

  get leaving(): boolean {
    return this.#leaving;
  }

  /** Whether ending has to wait. A question that fails keeps no app from ending: its error is thrown for the log. */
  #hasToWait(why: 'quit' | 'signal'): boolean {
    let waits = false;
    apart(() => {
      waits = this.#ask(why);
    });
    return waits;
  }

  /** The app is about to end. @returns false where that has to wait */
  mayQuit(): boolean {
    if (!this.#leaving && this.#hasToWait('quit')) return false;
    this.#leaving = true;
    return true;
  }

  /** The computer's session ends, and the app with it. */
  sessionEnds(): void {
    this.#leaving = true;
  }

  /**
   * Ends by the system's signals: call it at once, and again when Electron is ready. One does not wait for an answer: a kill
   * follows. The disk has enough for the next start.
   */
  endBySignals(): void {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      onSignal(signal, () => {
        this.#leaving = true;
        if (!this.#hasToWait('signal')) this.leave();
      });
  }

  leave(): void {
    this.#leaving = true;
    this.#end();
  }
}
