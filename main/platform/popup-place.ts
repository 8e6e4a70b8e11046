import { Listeners } from '../listeners.ts';
import type { TrayView } from '../views/tray.ts';
import { type ComingTray, comesSoon } from './tray-comes.ts';

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
  readonly tray: ComingTray;
  /** Puts the icon into the tray. */
  readonly icon: (view: TrayView) => Icon;
  readonly window: PopupWindow;
}

/** The tray with the popup below it, or an ordinary window where there is no tray. */
export class PopupPlace {
  readonly #desktop: PopupDesktop;
  readonly #clicks = new Listeners();
  #view: TrayView;
  #icon: Icon | null = null;
  /** Null until it is known whether there is a tray. */
  #popup: Popup | null = null;
  #isWanted = false;
  /** Ends that a click opens the popup: the popup below the icon answers clicks itself. */
  #endOpening: () => void = () => undefined;

  /** @param view what the icon shows until there is something to show */
  constructor(desktop: PopupDesktop, view: TrayView) {
    this.#desktop = desktop;
    this.#view = view;
  }

  /** Calls back with every click on the icon. */
  onClick = (listener: () => void) => this.#clicks.add(listener);

  /** The state that the tray shows. */
  get view(): TrayView {
    return this.#view;
  }

  get inTray(): boolean {
    return this.#icon !== null;
  }

  /**
   * Puts the icon into a tray that is there already. The popup that its clicks open comes with the start, which waits for the
   * panel: ten thousand reports that it reads would hold up the answers to it.
   */
  async appear(): Promise<void> {
    const { tray } = this.#desktop;
    if (!(await tray.isThere)) return;
    this.#putIntoTray();
    await tray.taken();
  }

  /** The clicks on the icon open the popup from now on; where there is no tray it opens as a window. */
  async start(): Promise<void> {
    const { tray, window } = this.#desktop;
    const isSoon = this.inTray || (await comesSoon(tray.comes));
    this.#popup = window;
    if (isSoon) this.#popUpFromTray();
    if (!isSoon || this.#isWanted) await this.open();
    if (!isSoon) void tray.comes.then((came) => came && this.#popUpFromTray());
  }

  #putIntoTray(): Icon {
    const icon = this.#desktop.icon(this.#view);
    this.#icon = icon;
    icon.onClick(() => this.#clicks.tell());
    this.#endOpening = icon.onClick(() => void this.open());
    return icon;
  }

  /** A window that is open stays the popup, with what is typed in it, until it is closed. */
  #popUpFromTray(): void {
    const icon = this.#icon ?? this.#putIntoTray();
    this.#desktop.window.whenClosed(() => {
      this.#endOpening();
      this.#popup = icon.popup();
    });
  }

  show(view: TrayView): void {
    this.#view = view;
    this.#icon?.show(view);
  }

  /** Wanted before the start, as by a link that starts the app or a click on an early icon, it opens as soon as it can. */
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
