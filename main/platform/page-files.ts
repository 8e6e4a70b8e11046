import { extname, join, normalize, sep } from 'node:path';

/** The scheme of our pages. */
export const SCHEME = 'app';
const HOST = 'onsite';

/** Where our pages live: an origin of their own instead of `file://`, which may read every file. */
export const ORIGIN = `${SCHEME}://${HOST}`;

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

/** The headers of every answer to one of our pages. */
export const HEADERS = {
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  // A name that is looked up is data that is sent.
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
};

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
]);

/** The kind of a file of ours, as a page is told it: nothing else is taken for a script or a style. */
export const typeOf = (file: string): string => TYPES.get(extname(file)) ?? 'application/octet-stream';

/** The file that an address stands for; null where it is none below `root`. */
export function fileOf(root: string, url: string): string | null {
  const { host, pathname } = new URL(url);
  if (host !== HOST) return null;
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
