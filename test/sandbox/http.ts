/** One request as the sandbox's core sees it, free of sockets. */
export interface SandboxRequest {
  method: string;
  /** Path and query as they were sent, such as "/v3/workorders/1?x=y". */
  url: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** One answer, free of sockets. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** An answer with a JSON body. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** A small HTML page. `body` is markup: escape what users typed with `escapeHtml`. */
export function html(status: number, title: string, body: string): Reply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`,
  };
}

/** A 302 to `location`. */
export function redirect(location: string): Reply {
  return { status: 302, headers: { location }, body: '' };
}

/** Makes text safe inside HTML text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** The decoded path without query: "/odata/workorders(1)/workactivities". A malformed escape is kept as it is. */
export function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The query's parameters. */
export function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(url.split('?').slice(1).join('?'));
}
