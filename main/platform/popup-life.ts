/** The window is made when the app has been quiet this long after the start, not in the tray's own tick (ms). */
const WARM_UP_AFTER = 1_500;
/** A hidden window costs about 50 MB: it is let go when unused this long (ms), unless a visit's text may be in it. */
const LET_GO_AFTER = 30 * 60_000;

/** When the popup's window is made before the first click, and when it is let go. */
export class PopupLife {
  readonly #hasVisit: () => boolean;
  readonly #letGo: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(hasVisit: () => boolean, letGo: () => void) {
    this.#hasVisit = hasVisit;
    this.#letGo = letGo;
  }

  /** Calls back when it may be made ahead of a click. */
  warmUp(make: () => void): void {
    setTimeout(make, WARM_UP_AFTER);
  }

  shown(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }

  hidden(): void {
    this.shown();
    this.#timer = setTimeout(() => (this.#hasVisit() ? this.hidden() : this.#letGo()), LET_GO_AFTER);
  }
}
