import { app, type BrowserWindow, type Menu, screen } from 'electron';
import { Menubar } from 'electron-menubar';
import { popupBounds, workAreaOf } from '../views/window-size.ts';
import { pageUrl, register } from './register.ts';
import type { TrayIcon } from './tray.ts';
import { endWithPage, showWindow, windowOptions } from './windows.ts';

/** The window is made when the app has been quiet this long after the start, not in the tray's own tick (ms). */
const WARM_UP_AFTER = 1_500;
/** A hidden window costs about 50 MB: it is let go when unused this long (ms), unless a visit's text may be in it. */
const LET_GO_AFTER = 30 * 60_000;

/** The popup, whichever way the desktop shows it. */
export interface Popup {
  readonly isShown: boolean;
  show(): Promise<void>;
  hide(): void;
  /** The context menu has changed. */
  setMenu(menu: Menu): void;
  /** Calls back when it is not open as a window of its own: at once, or when that has been closed. */
  whenClosed(then: () => void): void;
}

/**
 * The popup's engine moves it by `setPosition`, which gives it the size that is read back: at a fractional scale that
 * is a pixel more each time, and without an end, since it moves it after each change of size. Here each move gives it
 * the size that it should have.
 */
function keepSize(window: BrowserWindow): void {
  window.setPosition = (x, y) =>
    window.setBounds(popupBounds({ x, y }, workAreaOf(screen.getDisplayNearestPoint({ x, y }))));
}

/** On a desktop without a tray: an ordinary window. */
export function windowPopup(): Popup {
  /** From when it is wanted, which is before it is loaded. */
  let opened: Promise<BrowserWindow> | null = null;
  let shown: BrowserWindow | null = null;
  return {
    get isShown() {
      return shown !== null && !shown.isMinimized();
    },
    show: async () => {
      const known = opened !== null;
      opened = showWindow('popup');
      const window = await opened;
      if (known) return;
      shown = window;
      window.once('closed', () => {
        opened = null;
        shown = null;
      });
    },
    hide: () => void opened?.then((window) => !window.isDestroyed() && window.minimize()),
    setMenu: () => undefined,
    whenClosed: (then) => {
      if (!opened) return then();
      void opened.then((window) => {
        if (window.isDestroyed()) return then();
        window.once('closed', then);
        // A popup of the tray is put aside by closing it.
        window.on('minimize', () => window.close());
        if (window.isMinimized()) window.close();
      });
    },
  };
}

/** Below the tray icon, by electron-menubar, which knows each platform's ways of placing and hiding it. */
export class TrayPopup implements Popup {
  readonly #icon: TrayIcon;
  #menubar: Menubar | null = null;
  #ready: Promise<Menubar> | null = null;
  #menu: Menu;
  #letGo: NodeJS.Timeout | null = null;

  constructor(icon: TrayIcon, menu: Menu) {
    this.#icon = icon;
    this.#menu = menu;
    const { tray } = icon;
    const first = () => void this.show();
    tray.once('click', first);
    setTimeout(() => {
      tray.removeListener('click', first);
      void this.#make();
    }, WARM_UP_AFTER);
  }

  #make(): Promise<Menubar> {
    this.#ready ??= new Promise((resolve) => {
      const menubar = new Menubar(app, {
        tray: this.#icon.tray,
        // Left out, it would be set to nothing.
        tooltip: this.#icon.tooltip,
        index: pageUrl('popup'),
        browserWindow: { ...windowOptions('popup'), skipTaskbar: true },
        preloadWindow: true,
        hideOnClose: true,
        showDockIcon: false,
        contextMenu: this.#menu,
      });
      menubar.on('before-load', () => {
        if (!menubar.window) return;
        register(menubar.window, 'popup');
        keepSize(menubar.window);
        endWithPage(menubar.window);
      });
      menubar.on('after-hide', () => this.#letGoLater());
      menubar.on('show', () => this.#letGo && clearTimeout(this.#letGo));
      menubar.once('ready', () => {
        this.#menubar = menubar;
        this.#letGoLater();
        resolve(menubar);
      });
    });
    return this.#ready;
  }

  #letGoLater(): void {
    if (this.#letGo) clearTimeout(this.#letGo);
    this.#letGo = setTimeout(() => {
      if (this.#icon.hasVisit) this.#letGoLater();
      else this.#menubar?.window?.destroy();
    }, LET_GO_AFTER);
  }

  async show(): Promise<void> {
    const menubar = await this.#make();
    await menubar.showWindow();
    menubar.window?.focus();
  }

  get isShown(): boolean {
    return this.#menubar?.window?.isVisible() ?? false;
  }

  hide(): void {
    this.#menubar?.hideWindow();
  }

  whenClosed(then: () => void): void {
    then();
  }

  setMenu(menu: Menu): void {
    this.#menu = menu;
    this.#menubar?.setContextMenu(menu);
  }
}
