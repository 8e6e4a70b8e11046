/** A call that hangs, as of a keychain that waits to be unlocked, holds up the end of the app for no longer than this (ms). */
const AT_MOST = 3_000;

/** Calls of a native module, which run in threads of their own. */
export interface NativeCalls {
  readonly isUnderWay: boolean;
  /** Resolves when none is under way. */
  settled(): Promise<void>;
  /** None begins any more. */
  stop(): void;
}

/**
 * The app ends when no call of a native module is under way. Node waits for each at its end, for ever if need be, and its
 * answer ends the app by an abort, since JavaScript cannot be called any more (`terminate called after throwing an instance
 * of 'Napi::Error'`: a fourth of the ends within 6 s of the start, on two busy cores and Electron 33.2.1).
 */
export class LastCalls {
  readonly #calls: readonly NativeCalls[];
  readonly #end: (how: 'quit' | 'kill') => void;
  #isWaiting = false;

  /** @param end begins to quit anew; or, where a call hangs, kills this process: by then all is on disk */
  constructor(calls: readonly NativeCalls[], end: (how: 'quit' | 'kill') => void) {
    this.#calls = calls;
    this.#end = end;
  }

  /** The app is about to end. @returns false where that waits for a call: it is ended when that is over */
  mayEnd(): boolean {
    const underWay = this.#calls.filter((each) => each.isUnderWay);
    if (underWay.length === 0) {
      for (const each of this.#calls) each.stop();
      return true;
    }
    if (this.#isWaiting) return false;
    this.#isWaiting = true;
    const hangs = setTimeout(() => this.#end('kill'), AT_MOST);
    void Promise.all(underWay.map((each) => each.settled())).then(() => {
      clearTimeout(hangs);
      this.#isWaiting = false;
      this.#end('quit');
    });
    return false;
  }
}
