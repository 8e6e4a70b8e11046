import type { Rectangle } from '../views/window-size.ts';

/** The desktop is asked again at most so often for one place: one that has its own will puts the window where it wants. */
const MOST = 3;

/** A window, as far as it can be put somewhere. */
export interface Placed {
  getBounds(): Rectangle;
  setBounds(place: Rectangle): void;
}

/**
 * Puts a window to a place, and has Electron know that it is there. On a busy X11 desktop Electron may take a window's
 * place within its frame, 0, 0, for the one on the screen, and stays with that: a menu below a button then opens in the
 * corner of the screen. Asked again for its place, the window manager says where the window is.
 */
export class Placing {
  readonly #window: Placed;
  #place: Rectangle | null = null;
  #asked = 0;

  constructor(window: Placed) {
    this.#window = window;
  }

  put(place: Rectangle): void {
    this.#place = place;
    this.#asked = 0;
    this.#window.setBounds(place);
  }

  /** Call it when the window has come up, and when Electron says that it has moved. */
  look(): void {
    const place = this.#place;
    if (!place || this.#asked === MOST) return;
    const { x, y } = this.#window.getBounds();
    if (x === place.x && y === place.y) return;
    this.#asked += 1;
    this.#window.setBounds(place);
  }
}
