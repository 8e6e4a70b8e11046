import { pathOf, type SandboxRequest } from './http.ts';

/** One request as it came. Bodies that hold a password or a token are not kept. */
export interface LoggedRequest {
  sequence: number;
  /** ISO 8601, UTC, by the true clock. */
  receivedAt: string;
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** null while under way, or when the connection was broken. */
  status: number | null;
}

/** Every request since the start or the last reset, control requests excepted. */
export class RequestLog {
  entries: LoggedRequest[] = [];

  /** Adds a request; its `status` is the caller's to set. */
  add(request: SandboxRequest, now: number): LoggedRequest {
    const entry: LoggedRequest = {
      sequence: this.entries.length + 1,
      receivedAt: new Date(now).toISOString(),
      method: request.method,
      path: request.url,
      headers: request.headers,
      body: pathOf(request.url).startsWith('/oauth/') ? redacted(request.body) : request.body,
      status: null,
    };
    this.entries.push(entry);
    return entry;
  }

  clear(): void {
    this.entries = [];
  }
}

/** A form with its secrets masked, so that tests still see which grant was asked for. */
function redacted(body: string): string {
  const form = new URLSearchParams(body);
  for (const name of ['password', 'refresh_token', 'code', 'code_verifier']) {
    if (form.has(name)) form.set(name, 'redacted');
  }
  return form.toString();
}
