import { readFileSync } from 'node:fs';
import { protocol, type Session } from 'electron';
import { fileOf, HEADERS, SCHEME, typeOf } from '../platform/page-files.ts';

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/**
 * Serves the built pages below `root` to the windows of a session, and nothing outside of it.
 * @param secured nothing is served before
 */
export function serveScheme(to: Session, root: string, secured: Promise<void>): void {
  to.protocol.handle(SCHEME, async ({ url, method }) => {
    const file = method === 'GET' ? fileOf(root, url) : null;
    if (file === null) return new Response(null, { status: 404, headers: HEADERS });
    await secured;
    return new Response(readFileSync(file), { headers: { 'content-type': typeOf(file), ...HEADERS } });
  });
}
