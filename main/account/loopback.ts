import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { cleanText } from '../servicechannel/text.ts';

/**
 * The request that the browser brings to the loopback address; `message` in the sign-in page's own words, may be
 * empty.
 */
export type LoopbackAnswer =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'denied'; readonly message: string };

/** The page that the browser shows: the sign-in goes on in OnSite, was denied, or is none of ours. */
export type LoopbackPage = 'done' | 'denied' | 'unknown';

export interface Loopback {
  /** Where the sign-in page is to send its answer. */
  readonly redirectUri: string;
  /** The first answer that belongs to this sign-in; never rejects. */
  readonly answer: Promise<LoopbackAnswer>;
  /** Listens no more, and lets go of every connection. */
  close(): void;
}

/** The redirect address where none was registered: its port is any that is free. */
const ANY = 'http://127.0.0.1/callback';
/** A connection that says nothing is let go (ms). */
const MOST_SILENT = 5_000;
const MOST_CONNECTIONS = 16;

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The answer in a request; null where it is none, or belongs to another sign-in. */
function answerIn({ method, url = '', headers }: IncomingMessage, at: URL, state: string) {
  const asked = URL.canParse(url, at.origin) ? new URL(url, at.origin) : null;
  if (method !== 'GET' || headers.host !== at.host || asked?.pathname !== at.pathname) return null;
  const { searchParams } = asked;
  const states = searchParams.getAll('state');
  if (states.length !== 1 || !isSame(states[0] ?? '', state)) return null;
  const error = searchParams.get('error');
  const said = searchParams.get('error_description') ?? (error === 'access_denied' ? '' : (error ?? ''));
  if (error) return { kind: 'denied', message: cleanText(said) } as const;
  const code = searchParams.get('code');
  return code ? ({ kind: 'code', code } as const) : null;
}

/** A name may stand for more than this computer, and for two addresses: the one that is told is listened to. */
const hostOf = ({ hostname }: URL): string =>
  hostname === 'localhost' ? '127.0.0.1' : hostname.replace(/^\[|\]$/g, '');

function listen(server: Server, host: string, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? null) : null);
    });
  });
}

/**
 * Listens on this computer alone for one answer of the sign-in page. Everything else is told that it is wrong, and
 * listening goes on.
 * @param redirectUri as registered; empty or without a port: any free port
 * @param page writes the page that the browser shows, HTML
 * @returns null when the port cannot be had
 */
export async function openLoopback(
  redirectUri: string,
  state: string,
  page: (what: LoopbackPage) => string,
): Promise<Loopback | null> {
  const at = new URL(redirectUri || ANY);
  const { promise, resolve } = Promise.withResolvers<LoopbackAnswer>();
  let isAnswered = false;

  function reply(request: IncomingMessage, response: ServerResponse): void {
    const answer = isAnswered ? null : answerIn(request, at, state);
    if (!answer) {
      response.writeHead(400, HEADERS).end(page('unknown'));
      return;
    }
    isAnswered = true;
    // The browser has its page first: what follows may close the connection.
    response.once('close', () => resolve(answer));
    response.writeHead(200, HEADERS).end(page(answer.kind === 'code' ? 'done' : 'denied'));
  }

  const server = createServer(
    { headersTimeout: MOST_SILENT, requestTimeout: MOST_SILENT, connectionsCheckingInterval: MOST_SILENT },
    reply,
  );
  server.maxConnections = MOST_CONNECTIONS;
  const isAny = at.port === '';
  const port = await listen(server, hostOf(at), isAny ? 0 : Number(at.port));
  if (port === null) return null;
  server.on('error', () => undefined);
  at.port = String(port);
  return {
    redirectUri: isAny ? at.href : redirectUri,
    answer: promise,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
