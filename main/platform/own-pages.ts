import type { WindowPage } from '../views/window-size.ts';
import { ORIGIN } from './page-files.ts';

/** The address of a page under our own scheme. */
export const pageUrl = (page: WindowPage): string => `${ORIGIN}/${page}/index.html`;

/** The windows that the app has made, by what Electron calls their contents, each with the one page that it is for. */
const pages = new WeakMap<object, WindowPage>();

/** Called in the tick in which the window is made: one that is not known by then is destroyed. */
export function register(window: { readonly webContents: object }, page: WindowPage): void {
  pages.set(window.webContents, page);
}

/** The page that a window of ours is for; null for any other. */
export const pageOf = (contents: object): WindowPage | null => pages.get(contents) ?? null;

/** Whether an address is the page that this window is for, at whichever place in it. */
export function isOwnPage(contents: object, url: string): boolean {
  const page = pageOf(contents);
  return page !== null && url.split('#')[0] === pageUrl(page);
}
