import { app, type BrowserWindow, type Rectangle, screen, type Tray } from 'electron';
import { Menubar } from 'electron-menubar';
import { pageUrl, register } from '../platform/own-pages.ts';
import { Placing } from '../platform/placing.ts';
import { PopupLife } from '../platform/popup-life.ts';
import type { Popup, PopupWindow } from '../platform/popup-place.ts';
import type { TrayView } from '../views/tray.ts';
import { popupBounds, workAreaOf } from '../views/window-size.ts';
import { endWithPage, loadDrawn, loadOrLetGo, openWindow, showWindow, windowOptions } from './windows.ts';

/**
 * The popup's engine moves it by `setPosition`, which gives it the size that is read back: at a fractional scale that
 * is a pixel more each time, and without an end, since it moves it after each change of size. Here each move gives it
 * the size that it should have.
 */
function keepBounds(window: BrowserWindow): void {
  const placing = new Placing(window);
  window.setPosition = (x, y) =>
    placing.put(popupBounds({ x, y }, workAreaOf(screen.getDisplayNearestPoint({ x, y }))));
  window.on('show', () => placing.look());
  window.on('move', () => placing.look());
}

/**
 * The popup's engine shows a window as soon as it is loaded: for the engine it is loaded when it is drawn as well. The error
 * of one that does not come is for the log: told of it, the engine of a window that is made ahead would never be ready for a
 * click.
 */
function loadForEngine(window: BrowserWindow): void {
  const load = window.loadURL.bind(window);
  window.loadURL = async (url, options) => {
    await loadOrLetGo(window, () => loadDrawn(window, () => load(url, options))).catch(
      (error) => void Promise.reject(error),
    );
  };
}

/** On a desktop without a tray: an ordinary window. */
export const popupWindow: PopupWindow = {
  get isShown() {
    const window = openWindow('popup');
    return window?.isVisible() === true && !window.isMinimized();
  },
  show: () => showWindow('popup'),
  hide: () => openWindow('popup')?.minimize(),
  whenClosed: (then) => {
    const window = openWindow('popup');
    if (!window) return then();
    window.once('closed', then);
    // A popup of the tray is put aside by closing it.
    window.on('minimize', () => window.close());
    if (window.isMinimized()) window.close();
  },
};

/** Below the tray icon, by electron-menubar, which knows each platform's ways of placing and hiding it. */
export class TrayPopup implements Popup {
  readonly #tray: Tray;
  readonly #view: () => TrayView;
  readonly #life: PopupLife;
  #menubar: Menubar | null = null;
  #ready: Promise<Menubar> | null = null;
  /** It was asked for and is not shown yet. */
  #coming: Promise<void> | null = null;

  /** @param view what the tray shows now */
  constructor(tray: Tray, view: () => TrayView) {
    this.#tray = tray;
    this.#view = view;
    this.#life = new PopupLife(
      () => view().current?.phase ?? null,
      () => this.#menubar?.window?.destroy(),
    );
    tray.on('click', (event, bounds) => this.#clicked(event, bounds));
    this.#life.warmUp(() => void this.#make(true));
  }

  /** The second click of a double click finds it coming, and leaves it so. */
  #clicked({ shiftKey, ctrlKey, metaKey }: Electron.KeyboardEvent, at: Rectangle): void {
    if (this.isShown || shiftKey || ctrlKey || metaKey) this.hide();
    else void this.show(at);
  }

  /** @param ahead with its window, which otherwise is made by the first click */
  #make(ahead: boolean): Promise<Menubar> {
    this.#ready ??= new Promise((resolve) => {
      const menubar = new Menubar(app, {
        tray: this.#tray,
        // A click on the engine's own would show a window that is still loading.
        trigger: 'none',
        // Left out, it would be set to nothing.
        tooltip: this.#view().tooltip,
        index: pageUrl('popup'),
        // Left to paint while it was never shown, a page is told that it is in sight: its clock and 58 frames a second go on.
        browserWindow: { ...windowOptions('popup'), skipTaskbar: true, paintWhenInitiallyHidden: !ahead },
        preloadWindow: ahead,
        hideOnClose: true,
        showDockIcon: false,
      });
      menubar.on('before-load', () => {
        const { window } = menubar;
        if (!window) return;
        register(window, 'popup');
        keepBounds(window);
        endWithPage(window);
        loadForEngine(window);
      });
      menubar.on('after-hide', () => this.#life.hidden());
      menubar.on('show', () => this.#life.shown());
      menubar.once('ready', () => {
        this.#menubar = menubar;
        if (ahead) this.#life.hidden();
        resolve(menubar);
      });
    });
    return this.#ready;
  }

  async #open(at?: Rectangle): Promise<void> {
    const menubar = await this.#make(false);
    // A window that was let go, since its page died or did not come: the click is good for another.
    await menubar.showWindow(at).catch(() => menubar.showWindow(at));
    menubar.window?.focus();
  }

  /** @param at where its icon is; asked of the tray where left out */
  async show(at?: Rectangle): Promise<void> {
    this.#coming ??= this.#open(at).finally(() => {
      this.#coming = null;
    });
    await this.#coming;
  }

  get isShown(): boolean {
    return this.#menubar?.window?.isVisible() ?? false;
  }

  hide(): void {
    this.#menubar?.hideWindow();
  }
}
