import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, screen } from 'electron';
import { SNAPSHOT_CHANNEL, type Snapshot } from '../../preload/contract.ts';
import { ORIGIN } from './app-protocol.ts';
import { type Page, sizeOf } from './window-size.ts';

export const pageUrl = (page: Page): string => `${ORIGIN}/${page}/index.html`;

/** What every window of ours is made with: sandboxed, isolated, with nothing of Node in it. */
export function windowOptions(page: Page): BrowserWindowConstructorOptions {
  return {
    ...sizeOf(page, screen.getPrimaryDisplay().workArea),
    show: false,
    useContentSize: true,
    resizable: false,
    maximizable: false,
    fullscreenable: false,
    title: 'OnSite',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  };
}

const open = new Map<Page, BrowserWindow>();

/** Opens an ordinary window, or brings the one that is open to the front. */
export async function showWindow(page: Page): Promise<BrowserWindow> {
  const known = open.get(page);
  if (known) {
    known.show();
    known.focus();
    return known;
  }
  const window = new BrowserWindow({ ...windowOptions(page), autoHideMenuBar: true });
  open.set(page, window);
  window.on('closed', () => open.delete(page));
  await window.loadURL(pageUrl(page));
  if (!window.isDestroyed()) window.show();
  return window;
}

/** Shows every window the same snapshot. */
export function broadcast(snapshot: Snapshot): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(SNAPSHOT_CHANNEL, snapshot);
}
