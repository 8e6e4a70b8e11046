const CANCELLED = { kind: 'cancelled' } as const;

/** How a sign-in tells what it waits for, and is told to stop. */
export interface Waiting {
  readonly signal: AbortSignal;
  /** ServiceChannel asks to wait until then (ms by this computer's clock); null: it is being asked. */
  readonly until: (ms: number | null) => void;
  /** Whether the sign-in page is open in the browser now. */
  readonly inBrowser: (is: boolean) => void;
}

interface Running {
  readonly cancel: AbortController;
  until: number | null;
  inBrowser: boolean;
}

/** The sign-in that is under way: at most one, and it can be cancelled at any time. */
export class Attempt {
  readonly #onChange: () => void;
  #running: Running | null = null;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /**
   * Null while no sign-in is under way. `until` (ms): ServiceChannel asks to wait until then; null: it, or a person in
   * the browser, is being asked.
   */
  get waiting(): { readonly until: number | null; readonly inBrowser: boolean } | null {
    return this.#running && { until: this.#running.until, inBrowser: this.#running.inBrowser };
  }

  /** Runs a sign-in in place of one that runs already. Cancelled, it answers at once, whatever `work` still does. */
  async run<T>(work: (waiting: Waiting) => Promise<T>): Promise<T | typeof CANCELLED> {
    this.cancel();
    const mine: Running = { cancel: new AbortController(), until: null, inBrowser: false };
    const { signal } = mine.cancel;
    const cancelled = new Promise<typeof CANCELLED>((resolve) => {
      signal.addEventListener('abort', () => resolve(CANCELLED), { once: true });
    });
    const until = (ms: number | null) => {
      mine.until = ms;
      this.#onChange();
    };
    const inBrowser = (is: boolean) => {
      mine.inBrowser = is;
      this.#onChange();
    };
    this.#running = mine;
    this.#onChange();
    try {
      return await Promise.race([work({ signal, until, inBrowser }), cancelled]);
    } finally {
      if (this.#running === mine) this.#end();
    }
  }

  cancel(): void {
    const running = this.#running;
    if (!running) return;
    this.#end();
    running.cancel.abort();
  }

  #end(): void {
    this.#running = null;
    this.#onChange();
  }
}
