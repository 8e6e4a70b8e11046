import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol, type Session } from 'electron';

const SCHEME = 'app';

/** Where our pages live: an origin of their own instead of `file://`, which may read every file. */
export const ORIGIN = `${SCHEME}://onsite`;

/** Checklist 7, beside the pages' own `meta`, which cannot say all of it. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  // A name that is looked up is data that is sent.
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** The file that an address stands for; null where it is none below `root`. */
function fileOf(root: string, url: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== 'onsite') return null;
  const file = normalize(join(root, decoded(pathname)));
  return file.startsWith(root + sep) && !file.endsWith(sep) ? file : null;
}

/** A path that is no text stands for nothing. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}

/** Serves the built pages below `root` to the windows of a session, and nothing outside of it. */
export function serveScheme(to: Session, root: string): void {
  to.protocol.handle(SCHEME, async ({ url, method }) => {
    const file = method === 'GET' ? fileOf(root, url) : null;
    if (file === null) return new Response(null, { status: 404, headers: HEADERS });
    const { status, headers, body } = await net.fetch(pathToFileURL(file).toString());
    const all = { 'content-type': headers.get('content-type') ?? 'application/octet-stream', ...HEADERS };
    return new Response(body, { status, headers: all });
  });
}
