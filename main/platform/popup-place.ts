import { Listeners } from '../listeners.ts';
import type { TrayView } from '../views/tray.ts';
import { comesSoon } from './tray-comes.ts';

/** The popup, whichever way the desktop shows it. */
export interface Popup {
  readonly isShown: boolean;
  show(): Promise<void>;
  hide(): void;
}

/** The popup as a window of its own. */
export interface PopupWindow extends Popup {
  /** Calls back when it is not open: at once, or when it has been closed, which putting it aside does from now on. */
  whenClosed(then: () => void): void;
}

/** The icon in the tray. */
export interface Icon {
  show(view: TrayView): void;
  /** The returned function ends that. */
  onClick(listener: () => void): () => void;
  /** Makes the popup below it, which its clicks open and hide from now on. */
  popup(): Popup;
}

/** The desktop's ways of showing the popup. */
export interface PopupDesktop {
  /** Resolves when there is a tray, or false when that cannot be known. */
  readonly trayComes: Promise<boolean>;
  /** Puts the icon into the tray. */
  readonly icon: (view: TrayView) => Icon;
  readonly window: PopupWindow;
}

/** The tray with the popup below it, or an ordinary window where there is no tray. */
export class PopupPlace {
  readonly #desktop: PopupDesktop;
  readonly #clicks = new Listeners();
  #view: TrayView | null = null;
  #icon: Icon | null = null;
  /** Null until it is known whether there is a tray. */
  #popup: Popup | null = null;
  #isWanted = false;

  constructor(desktop: PopupDesktop) {
    this.#desktop = desktop;
  }

  /** Calls back with every click on the icon. */
  onClick = (listener: () => void) => this.#clicks.add(listener);

  /** The state that the tray shows; null before the start. */
  get view(): TrayView | null {
    return this.#view;
  }

  get inTray(): boolean {
    return this.#icon !== null;
  }

  /** Puts the icon into the tray, or opens the popup as a window where there is none. */
  async start(view: TrayView): Promise<void> {
    this.#view = view;
    const { trayComes, window } = this.#desktop;
    const isSoon = await comesSoon(trayComes);
    this.#popup = window;
    if (isSoon) this.#putIntoTray(view);
    if (!isSoon || this.#isWanted) await this.open();
    if (!isSoon) void trayComes.then((came) => came && this.#putIntoTray(view));
  }

  /** A window that is open stays the popup, with what is typed in it, until it is closed. */
  #putIntoTray(view: TrayView): void {
    const icon = this.#desktop.icon(this.#view ?? view);
    this.#icon = icon;
    icon.onClick(() => this.#clicks.tell());
    const end = icon.onClick(() => void this.open());
    this.#desktop.window.whenClosed(() => {
      end();
      this.#popup = icon.popup();
    });
  }

  show(view: TrayView): void {
    if (!this.#view) return;
    this.#view = view;
    this.#icon?.show(view);
  }

  /** Wanted before it is known whether there is a tray, as by a link that starts the app, it opens as soon as it is. */
  async open(): Promise<void> {
    this.#isWanted = true;
    await this.#popup?.show();
  }

  hide(): void {
    this.#popup?.hide();
  }

  /** Opens it, or hides it where it is open. */
  toggle(): void {
    if (this.#popup?.isShown) this.hide();
    else void this.open();
  }
}
