import { Menu, type NativeImage, nativeTheme, Tray } from 'electron';
import type { TrayView } from '../views/tray.ts';
import { isSameMenu, type MenuChoice, trayMenu } from '../views/tray-menu.ts';
import { trayPicture } from './tray-picture.ts';

/** Told by the tray. */
export interface TrayListeners {
  /** An entry of its menu was chosen. */
  readonly onChoice: (choice: MenuChoice) => void;
  /** Something of the tray is not as it should be; it is there all the same. */
  readonly onFault: (error: Error) => void;
}

/** The tray's menu as Electron has it. */
export function menuFor(view: TrayView, onChoice: (choice: MenuChoice) => void): Menu {
  const groups = trayMenu(view).map((items) =>
    items.map(({ label, enabled, choice }) => ({ label, enabled, click: () => onChoice(choice) })),
  );
  return Menu.buildFromTemplate(
    groups.flatMap((items, at) => (at === 0 ? items : [{ type: 'separator' as const }, ...items])),
  );
}

/**
 * The tray as a picture of the state: it is given the whole view and sets only what differs, because setting an
 * image, a tooltip or a menu costs a round to the panel each (MODELS.md: 40 % of a core when done every second).
 */
export class TrayIcon {
  readonly tray: Tray;
  readonly #listeners: TrayListeners;
  readonly #onMenu: (menu: Menu) => void;
  #view: TrayView;

  constructor(view: TrayView, listeners: TrayListeners, onMenu: (menu: Menu) => void) {
    this.#view = view;
    this.#listeners = listeners;
    this.#onMenu = onMenu;
    this.tray = new Tray(this.#picture());
    this.tray.setToolTip(view.tooltip);
    this.#setTitle(view);
    this.#setMenu(view);
    nativeTheme.on('updated', () => this.#draw());
  }

  get tooltip(): string {
    return this.#view.tooltip;
  }

  get hasVisit(): boolean {
    return this.#view.current !== null;
  }

  /** Shows the state, by what differs from the one before. */
  show(view: TrayView): void {
    const before = this.#view;
    this.#view = view;
    if (before.icon !== view.icon || before.attention !== view.attention) this.#draw();
    if (before.tooltip !== view.tooltip) this.tray.setToolTip(view.tooltip);
    if (before.title !== view.title) this.#setTitle(view);
    if (!isSameMenu(before, view)) this.#setMenu(view);
  }

  #picture(): NativeImage {
    return trayPicture(this.#view, this.#listeners.onFault);
  }

  #draw(): void {
    this.tray.setImage(this.#picture());
  }

  /** macOS alone has room beside an icon. */
  #setTitle({ title }: TrayView): void {
    if (process.platform === 'darwin') this.tray.setTitle(title, { fontType: 'monospacedDigit' });
  }

  #setMenu(view: TrayView): void {
    const menu = menuFor(view, this.#listeners.onChoice);
    // libappindicator shows nothing without a menu of its own; elsewhere the popup's engine opens it on right click.
    if (process.platform === 'linux') this.tray.setContextMenu(menu);
    this.#onMenu(menu);
  }
}
