import { app, BrowserWindow, shell, type WebContents } from 'electron';
import { Clicks, mayOpen } from '../platform/external-links.ts';
import { isOwnPage, pageOf } from '../platform/own-pages.ts';
import { secureSessions } from './page-session.ts';

/**
 * Takes from pages what no CSP denies: looking up the name of a host that an element mentions, though it is never asked,
 * and reading the clipboard. Call before the app is ready.
 */
export const limitPages = (): void =>
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false,DOMPasteAllowed=false');

/** Checklist 13 and 14: our pages stay our pages, and open no others. */
function denyLeaving(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Ends a window that has left our pages in a way that the rules above do not see, as `about:blank` does. */
function endElsewhere(contents: WebContents): void {
  contents.on('did-navigate', (_event, url) => {
    if (!isOwnPage(contents, url)) BrowserWindow.fromWebContents(contents)?.destroy();
  });
}

/** Ends a window with a frame in its page: ours have none, and what was taken from a page is there in a frame again. */
function endFramed(contents: WebContents): void {
  contents.on('frame-created', (_event, { frame }) => {
    if (frame?.parent) BrowserWindow.fromWebContents(contents)?.destroy();
  });
}

/** The clicks in each page, that open a link or the map. */
const clicksIn = new WeakMap<WebContents, Clicks>();

/** Whether a page may open something outside now: one thing for each click. */
export const takeClick = (contents: WebContents): boolean => clicksIn.get(contents)?.take() ?? false;

/** Checklist 15: links open in the system's browser, and only those that may. */
function openOutside(contents: WebContents, linkHosts: () => readonly string[]): void {
  const clicks = new Clicks(() => performance.now());
  clicksIn.set(contents, clicks);
  contents.on('input-event', (_event, { type }) => clicks.input(type));
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpen(url, linkHosts()) && takeClick(contents)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** A window that was made past `windowOptions` is none of ours. */
function endUnregistered(window: BrowserWindow): void {
  setImmediate(() => {
    if (!window.isDestroyed() && pageOf(window.webContents) === null) window.destroy();
  });
}

/**
 * Applies the rules to every page there will be, and serves our own from `root`. Call when the app is ready and before
 * there is a window.
 * @see https://www.electronjs.org/docs/latest/tutorial/security
 */
export function secure(root: string, linkHosts: () => readonly string[]): void {
  app.on('web-contents-created', (_event, contents) => {
    // A page sends data by WebRTC whatever its CSP says.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    denyLeaving(contents);
    endElsewhere(contents);
    endFramed(contents);
    openOutside(contents, linkHosts);
  });
  app.on('browser-window-created', (_event, window) => endUnregistered(window));
  secureSessions(root);
}
