import { app, type Session, session } from 'electron';
import { serveScheme } from './app-protocol.ts';

/** Nothing listens there: what a page would send goes nowhere, also to this computer itself. */
const DEAD_PROXY = {
  mode: 'fixed_servers',
  proxyRules: '127.0.0.1:1',
  proxyBypassRules: '<-loopback>',
} as const;

/** Checklist 5: no permission for anything, geolocation least of all (DESIGN.md, rule 6); and no file comes in. */
function denyAll(of: Session): void {
  of.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  of.setPermissionCheckHandler(() => false);
  of.setDevicePermissionHandler(() => false);
  of.on('will-download', (event) => event.preventDefault());
}

/** The folder that our pages are served from. */
let root = '';
let pages: Session | null = null;

/**
 * The session of our pages, which are served by the app itself: no network, and nothing on disk. It is made with the first
 * window, since a program's first session costs 11 MB; a page is served once the network has been taken from it.
 */
export function pageSession(): Session {
  if (pages) return pages;
  pages = session.fromPartition('onsite-pages', { cache: false });
  serveScheme(pages, root, pages.setProxy(DEAD_PROXY));
  return pages;
}

/**
 * Denies all that a page may ask for, in every session that there will be. Call when the app is ready, and before there is
 * a session.
 * @param pagesFrom the folder of our pages
 */
export function secureSessions(pagesFrom: string): void {
  root = pagesFrom;
  app.on('session-created', denyAll);
}
