import { Menu, type NativeImage, nativeTheme, Tray } from 'electron';
import type { Icon, Popup } from '../platform/popup-place.ts';
import type { TrayView } from '../views/tray.ts';
import { isSameMenu, type MenuChoice, menuTemplate } from '../views/tray-menu.ts';
import { TrayPopup } from './popup.ts';
import { trayPicture } from './tray-picture.ts';

/**
 * libappindicator shows nothing without a menu of its own; elsewhere a menu of its own would take the left click, and it is
 * opened by a right one. The popup's engine gets none: on Linux it would send it to the panel anew with each showing and hiding,
 * and the panel ask for all of it; elsewhere it would open it only once it has made the popup.
 */
const OWN_MENU = process.platform === 'linux';

/** Told by the tray. */
export interface TrayListeners {
  /** An entry of its menu was chosen. */
  readonly onChoice: (choice: MenuChoice) => void;
  /** Something of the tray is not as it should be; it is there all the same. */
  readonly onFault: (error: Error) => void;
}

/** The tray's menu as Electron has it. */
export const menuFor = (view: TrayView, onChoice: (choice: MenuChoice) => void): Menu =>
  Menu.buildFromTemplate(menuTemplate(view, onChoice));

/**
 * The tray as a picture of the state: it is given the whole view and sets only what differs, because setting an
 * image, a tooltip or a menu costs a round to the panel each (MODELS.md: 40 % of a core when done every second).
 */
export class TrayIcon implements Icon {
  readonly #tray: Tray;
  readonly #listeners: TrayListeners;
  #view: TrayView;

  constructor(view: TrayView, listeners: TrayListeners) {
    this.#view = view;
    this.#listeners = listeners;
    this.#tray = new Tray(this.#picture());
    this.#tray.setToolTip(view.tooltip);
    this.#setTitle();
    this.#setMenu();
    if (!OWN_MENU)
      this.#tray.on('right-click', (_event, { x, y }) => this.#tray.popUpContextMenu(this.#menu(), { x, y }));
    nativeTheme.on('updated', () => this.#draw());
  }

  onClick(listener: () => void): () => void {
    this.#tray.on('click', listener);
    return () => this.#tray.removeListener('click', listener);
  }

  popup(): Popup {
    return new TrayPopup(this.#tray, () => this.#view);
  }

  /** Shows the state, by what differs from the one before. */
  show(view: TrayView): void {
    const before = this.#view;
    this.#view = view;
    if (before.icon !== view.icon || before.attention !== view.attention) this.#draw();
    if (before.tooltip !== view.tooltip) this.#tray.setToolTip(view.tooltip);
    if (before.title !== view.title) this.#setTitle();
    if (!isSameMenu(before, view)) this.#setMenu();
  }

  #picture(): NativeImage {
    return trayPicture(this.#view, this.#listeners.onFault);
  }

  #draw(): void {
    this.#tray.setImage(this.#picture());
  }

  /** macOS alone has room beside an icon. */
  #setTitle(): void {
    if (process.platform === 'darwin') this.#tray.setTitle(this.#view.title, { fontType: 'monospacedDigit' });
  }

  #menu(): Menu {
    return menuFor(this.#view, this.#listeners.onChoice);
  }

  #setMenu(): void {
    if (OWN_MENU) this.#tray.setContextMenu(this.#menu());
  }
}
