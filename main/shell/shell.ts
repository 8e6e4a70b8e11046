import { app, type BrowserWindow, Menu } from 'electron';
import type { TrayView } from '../views/tray.ts';
import { hasTray } from './has-tray.ts';
import { type Popup, TrayPopup, windowPopup } from './popup.ts';
import { fitQuestion } from './prompt-window.ts';
import { menuFor, type TrayActions, TrayIcon } from './tray.ts';
import { showWindow } from './windows.ts';

export interface ShellActions {
  pause(visitId: string): void;
  resume(visitId: string): void;
  /** The popup should open with the check-out of what is on site. */
  askCheckOut(): void;
  /** Somebody is looking: what waits for a connection may be tried now. */
  onOpen(): void;
  /** Somebody has asked for OnSite by the tray or by starting it again. */
  onAsked(): void;
}

/** Electron's view: the tray with its menu, and the popup below it, or an ordinary window where there is no tray. */
export class Shell {
  readonly #actions: TrayActions;
  readonly #onAsked: () => void;
  #view: TrayView;
  #icon: TrayIcon | null = null;
  #popup: Popup = windowPopup();

  constructor(view: TrayView, actions: ShellActions) {
    // A tray app has no menu bar; on macOS one is needed for copy and paste.
    if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
    this.#view = view;
    this.#onAsked = actions.onAsked;
    this.#actions = {
      open: () => void this.open(),
      pause: actions.pause,
      resume: actions.resume,
      checkOut: () => {
        actions.askCheckOut();
        void this.open();
      },
      settings: () => void showWindow('settings'),
      quit: () => app.quit(),
    };
    app.on('second-instance', () => {
      void this.open();
      actions.onAsked();
    });
    app.on('activate', () => void this.open());
    // Closing a window never ends the app: somebody may be on site, and reports may wait.
    app.on('window-all-closed', () => undefined);
    app.on('browser-window-focus', actions.onOpen);
  }

  /** Puts the icon into the tray. Without a tray on this desktop the popup opens at once, as a window. */
  async start(): Promise<void> {
    let popup: TrayPopup | null = null;
    const icon = new TrayIcon(this.#view, this.#actions, (menu) => popup?.setMenu(menu));
    this.#icon = icon;
    icon.tray.on('click', this.#onAsked);
    if (!(await hasTray())) {
      icon.tray.destroy();
      this.#icon = null;
      return this.open();
    }
    popup = new TrayPopup(icon, menuFor(this.#view, this.#actions));
    this.#popup = popup;
  }

  open(): Promise<void> {
    return this.#popup.show();
  }

  hide(): void {
    this.#popup.hide();
  }

  /** Makes a question's window as high as its content, CSS px; the popup has one height for all that it shows. */
  fit(window: BrowserWindow | null, height: number): void {
    if (window) fitQuestion(window, height);
  }

  showTray(view: TrayView): void {
    this.#view = view;
    this.#icon?.show(view);
  }

  /** The popup's own menu button opens the tray's menu, for desktops whose tray has none. */
  popUpMenu(window: BrowserWindow | null): void {
    const menu = menuFor(this.#view, this.#actions);
    menu.popup(window ? { window } : {});
  }
}
