import { app, type Session, session } from 'electron';

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

/** The session of our pages, which are served by the app itself: no network, and nothing on disk. */
export const pageSession = (): Session => session.fromPartition('onsite-pages', { cache: false });

/** Denies all that a page may ask for, in every session, and takes the network from our pages. Call when the app is ready. */
export async function secureSessions(): Promise<void> {
  app.on('session-created', denyAll);
  denyAll(session.defaultSession);
  await pageSession().setProxy(DEAD_PROXY);
}
