import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, screen } from 'electron';
import { SNAPSHOT_CHANNEL, type Snapshot } from '../../preload/contract.ts';
import { thrownApart } from '../listeners.ts';
import { DrawnPages } from '../platform/drawn.ts';
import { pageOf, pageUrl, register } from '../platform/own-pages.ts';
import { isResizable, sizeOf, type WindowPage, workAreaOf } from '../views/window-size.ts';
import { pageSession } from './page-session.ts';

/**
 * Draws windows without a graphics card. Where there is none that works, as on a virtual machine, Chromium's process for
 * it ends at its start, and a window that is made meanwhile never comes up: 8 of 16 starts without a tray, on two busy
 * cores and Electron 33.2.1, against none of 16 with this. Pages of ours have nothing to draw that needs one. Call before
 * the app is ready.
 */
export const drawInSoftware = (): void => app.disableHardwareAcceleration();

/**
 * Pages collect their garbage in their own thread, and once at rest: a page of ours has 4 MB, which several threads woke
 * each other 40 times for. Call before the app is ready, and after a package has refused the switch from others.
 */
export const collectInOneThread = (): void =>
  app.commandLine.appendSwitch('js-flags', '--single-threaded-gc --memory-reducer-gc-count=1');

/** The options of every window: sandboxed, isolated, without Node. */
export function windowOptions(page: WindowPage): BrowserWindowConstructorOptions {
  return {
    ...sizeOf(page, workAreaOf(screen.getPrimaryDisplay())),
    show: false,
    useContentSize: true,
    resizable: isResizable(page),
    maximizable: isResizable(page),
    fullscreenable: false,
    title: 'OnSite',
    webPreferences: {
      session: pageSession(),
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      // Date and time fields follow the `lang` of their element, clock included (`fr-FR-u-hc-h12`): without it they keep
      // the language in which the process began.
      enableBlinkFeatures: 'LangAttributeAwareFormControlUI',
    },
  };
}

/**
 * A window whose page has died shows nothing any more: it is let go, so that the next click makes a new one. The error
 * is thrown for the log.
 */
export function endWithPage(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (!window.isDestroyed()) window.destroy();
    thrownApart(new Error(`the page of a window has ended: ${reason}`));
  });
}

/** Makes a window of ours, hidden and empty. */
export function makeWindow(page: WindowPage, options: BrowserWindowConstructorOptions = {}): BrowserWindow {
  const window = new BrowserWindow({ ...windowOptions(page), autoHideMenuBar: true, ...options });
  register(window, page);
  return window;
}

const drawn = new DrawnPages<BrowserWindow>();

/** The page of a window has drawn itself. */
export const isDrawn = (window: BrowserWindow): void => drawn.tell(window);

/**
 * Waits until the page of a hidden window is loaded and drawn, or the window is gone.
 * @param load begins to load it
 * @throws where it cannot be loaded
 */
export function loadDrawn(window: BrowserWindow, load: () => Promise<void>): Promise<void> {
  window.once('closed', () => drawn.tell(window));
  return drawn.after(window, load);
}

/** Loads one of our pages into its window, which can be shown then. @throws where it does not come */
export const loadPage = (window: BrowserWindow, page: WindowPage, fragment = ''): Promise<void> =>
  loadDrawn(window, () => window.loadURL(pageUrl(page) + fragment));

/**
 * The same; where it does not come the window is let go, so that another can be made. One that is closed meanwhile is no
 * error, and is not destroyed in the middle of that: it ended the app by a SIGSEGV.
 */
export async function loadOrLetGo(window: BrowserWindow, load: () => Promise<void>): Promise<void> {
  try {
    await load();
  } catch (error) {
    await turn();
    if (window.isDestroyed()) return;
    window.destroy();
    throw error;
  }
}

/** Lets go of a window, unless it is gone by then: not in the middle of what it has just told. */
export const letGo = (window: BrowserWindow): void =>
  void setImmediate(() => window.isDestroyed() || window.destroy());

/**
 * Lets go of every window whose page is on its way. Closed as the others are, it would have to answer first, which one in
 * that state may never do: the app would not end (3 of 100 signals within 6 s of the start, on Electron 33.2.1).
 */
export function letGoOfLoading(): void {
  for (const window of BrowserWindow.getAllWindows())
    if (window.webContents.isLoadingMainFrame()) window.destroy();
}

const open = new Map<WindowPage, BrowserWindow>();

/** The ordinary window of a page, from when it is wanted until it is closed. */
export const openWindow = (page: WindowPage): BrowserWindow | undefined => open.get(page);

/** Opens an ordinary window, or brings the one that is open to the front. */
export async function showWindow(page: WindowPage): Promise<void> {
  const known = open.get(page);
  if (known) {
    known.show();
    known.focus();
    return;
  }
  const window = makeWindow(page);
  open.set(page, window);
  endWithPage(window);
  window.on('closed', () => open.delete(page));
  await loadOrLetGo(window, () => loadPage(window, page));
  if (!window.isDestroyed()) window.show();
}

/** Shows every window the same snapshot. */
export function broadcast(snapshot: Snapshot): void {
  for (const { webContents } of BrowserWindow.getAllWindows())
    if (pageOf(webContents) !== null) webContents.send(SNAPSHOT_CHANNEL, snapshot);
}
