import type { Phase } from '../../preload/contract.ts';

/** On site the window is made when the app has been quiet this long after the start (ms), else by the first click. */
const WARM_UP_AFTER = 1_500;
/** A hidden window costs about 50 MB: it is let go when unused this long (ms), unless a visit's text may be in it. */
const LET_GO_AFTER = 5 * 60_000;

/** When the popup's window is made before the first click, and when it is let go. */
export class PopupLife {
  readonly #phase: () => Phase | null;
  readonly #letGo: () => void;
  #timer: NodeJS.Timeout | null = null;

  /** @param phase of the visit that is current, null: there is none */
  constructor(phase: () => Phase | null, letGo: () => void) {
    this.#phase = phase;
    this.#letGo = letGo;
  }

  /** Calls back when the start is over, where the window is to be made ahead of a click. */
  warmUp(make: () => void): void {
    setTimeout(() => {
      const phase = this.#phase();
      if (phase === 'on site' || phase === 'travelling') make();
    }, WARM_UP_AFTER);
  }

  shown(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  hidden(): void {
    this.shown();
    this.#timer = setTimeout(() => (this.#phase() ? this.hidden() : this.#letGo()), LET_GO_AFTER);
  }
}
