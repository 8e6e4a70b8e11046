import { app, type Session, session, shell, type WebContents } from 'electron';

/** Hosts that a link may open in the system's browser: ServiceChannel's own, and those that policy adds. */
const KNOWN_HOSTS = ['servicechannel.com'];

function mayOpen(target: string, more: readonly string[]): boolean {
  if (!URL.canParse(target)) return false;
  const { protocol, hostname } = new URL(target);
  return (
    protocol === 'https:' &&
    [...KNOWN_HOSTS, ...more].some((h) => hostname === h || hostname.endsWith(`.${h}`))
  );
}

/** Electron's checklist 13 and 14: our pages stay our pages, and open no others. */
function denyLeaving(contents: WebContents, linkHosts: () => readonly string[]): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpen(url, linkHosts())) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

/** Checklist 5: no permission for anything; geolocation least of all (DESIGN.md, rule 6). */
function denyPermissions(of: Session): void {
  of.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  of.setPermissionCheckHandler(() => false);
}

/**
 * Applies the rules to every page there will be. Call when the app is ready.
 * @see https://www.electronjs.org/docs/latest/tutorial/security
 */
export function secure(linkHosts: () => readonly string[]): void {
  denyPermissions(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => {
    denyLeaving(contents, linkHosts);
  });
}
