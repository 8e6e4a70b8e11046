/** A key as a window hears it. */
export interface KeyPress {
  readonly key: string;
  readonly isAutoRepeat: boolean;
}

/** A key that was down before its window came up is heard there within this time, ms: desktops repeat after 660. */
const COMING_UP = 750;
/** One that is held is heard again within this time, ms. */
const REPEATED = 150;

/** Keys that are held with others: they end no repeating. */
const MODIFIERS: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta'];

const pressesWhatHasTheFocus = (key: string): boolean => key === 'Enter' || key === ' ';

interface Waiting {
  readonly timer: NodeJS.Timeout;
  readonly press: () => void;
}

/**
 * A window that comes up under a key that is held down hears it as pressed there, and would do what has the focus.
 * So for a moment Enter and Space reach the page only after it is clear that they are not repeated. A desktop repeats
 * only the key that was pressed last: once another is pressed, as in a text, none of the two is held any more.
 */
export class HeldKeys {
  readonly #now: () => number;
  #upSince = Number.NEGATIVE_INFINITY;
  readonly #waiting = new Map<string, Waiting>();

  /** @param now steady time, ms */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The window has come up. */
  comesUp(): void {
    this.#upSince = this.#now();
  }

  /**
   * A key goes down.
   * @param press gives it to the page, where it turns out to be pressed now
   * @returns whether the page must not hear it yet
   */
  hold({ key, isAutoRepeat }: KeyPress, press: () => void): boolean {
    if (MODIFIERS.includes(key) || this.#now() - this.#upSince > COMING_UP) return false;
    if (!pressesWhatHasTheFocus(key)) {
      this.#noneIsHeld();
      return false;
    }
    const before = this.#waiting.get(key);
    clearTimeout(before?.timer);
    this.#waiting.delete(key);
    if (before || isAutoRepeat) return true;
    const later = () => {
      this.#waiting.delete(key);
      press();
    };
    this.#waiting.set(key, { timer: setTimeout(later, REPEATED), press: later });
    return true;
  }

  #noneIsHeld(): void {
    this.#upSince = Number.NEGATIVE_INFINITY;
    for (const { timer, press } of this.#waiting.values()) {
      clearTimeout(timer);
      press();
    }
  }
}
