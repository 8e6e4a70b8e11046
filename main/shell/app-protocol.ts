import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';

const SCHEME = 'app';

/** Where our pages live: an origin of their own instead of `file://`, which may read every file. */
export const ORIGIN = `${SCHEME}://onsite`;

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Serves the built pages below `root`, and nothing outside of it. */
export function serveScheme(root: string): void {
  protocol.handle(SCHEME, (request) => {
    const { host, pathname } = new URL(request.url);
    const file = normalize(join(root, decodeURIComponent(pathname)));
    if (host !== 'onsite' || !file.startsWith(root + sep)) return new Response(null, { status: 404 });
    return net.fetch(pathToFileURL(file).toString());
  });
}
