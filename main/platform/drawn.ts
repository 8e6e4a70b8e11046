/** A page that has not drawn anything within this (ms) is shown as it is: a window that never comes would tell less. */
const DRAWN_WITHIN = 5_000;

/** Windows whose page is awaited before they are shown. @template W a window */
export class DrawnPages<W extends object> {
  readonly #awaited = new WeakMap<W, () => void>();

  /** The page of a window has drawn itself, or the window is gone: it is awaited no longer. */
  tell(window: W): void {
    this.#awaited.get(window)?.();
  }

  /**
   * Waits until the page of a window is loaded and has drawn itself: shown before that it would be blank, and keys that are
   * typed into it would be lost. Electron's `ready-to-show` comes with a page that is loaded, though nothing is in it yet.
   * @param load begins to load it
   * @throws where it cannot be loaded
   */
  async after(window: W, load: () => Promise<void>): Promise<void> {
    let deadline: NodeJS.Timeout | undefined;
    const drawn = new Promise<void>((resolve) => {
      deadline = setTimeout(resolve, DRAWN_WITHIN);
      this.#awaited.set(window, resolve);
    });
    try {
      await load();
      await drawn;
    } finally {
      clearTimeout(deadline);
    }
  }
}
