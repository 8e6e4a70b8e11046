/** A page that is not loaded within this (ms) hangs: another window may do better. */
const LOADED_WITHIN = 15_000;
/** A page that has not drawn anything within this after it (ms) is shown as it is: a window that never comes would tell less. */
const DRAWN_WITHIN = 5_000;

/** Waits for something for so long (ms). @returns false where it did not come */
async function within(ms: number, awaited: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([awaited.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

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
   * @throws where it cannot be loaded, or is not within 15 s
   */
  async after(window: W, load: () => Promise<void>): Promise<void> {
    const drawn = new Promise<void>((resolve) => {
      this.#awaited.set(window, resolve);
    });
    if (!(await within(LOADED_WITHIN, load()))) throw new Error('the page of a window did not come');
    await within(DRAWN_WITHIN, drawn);
  }
}
