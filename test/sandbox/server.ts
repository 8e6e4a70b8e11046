import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { control } from './control.ts';
import { pathOf, type Reply, type SandboxRequest } from './http.ts';
import { createSandbox, type Ending, isControl, type Sandbox, type SandboxOptions } from './sandbox.ts';

const HOST = '127.0.0.1';

export interface RunningSandbox {
  /** The login host, "http://127.0.0.1:PORT". */
  url: string;
  /** The API's base: `url` and "/v3". */
  apiUrl: string;
  port: number;
  sandbox: Sandbox;
  /** Answers under way that never end. */
  dripping(): number;
  /** Breaks what is under way and frees the port. */
  close(): Promise<void>;
}

export interface ServerOptions extends SandboxOptions {
  /** 0 or none = any free port. */
  port?: number;
}

/** Starts a sandbox on the loopback address only. Rejects when the port is taken. */
export async function startSandbox(options: ServerOptions = {}): Promise<RunningSandbox> {
  const sandbox = createSandbox(options);
  writeDown(sandbox, process.env.SANDBOX_EXCHANGES);
  const timers = new Set<NodeJS.Timeout>();
  const dripping = new Set<ServerResponse>();
  const server = createServer((incoming, response) => {
    response.sendDate = false;
    answer(sandbox, { timers, dripping }, incoming, response).catch((error: unknown) =>
      fail(response, error),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, HOST, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no port');
  const url = `http://${HOST}:${address.port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const timer of timers) clearTimeout(timer);
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url,
    apiUrl: `${url}/v3`,
    port: address.port,
    sandbox,
    dripping: () => dripping.size,
    close,
  };
}

/** Adds every request but token calls, and the sandbox's own answer to it, to a file of JSON lines. */
function writeDown(sandbox: Sandbox, file: string | undefined): void {
  if (file === undefined) return;
  sandbox.onExchange(({ request: { method, url, body }, answer }) => {
    if (!pathOf(url).startsWith('/v3/')) return;
    const own = answer && { status: answer.status, body: answer.body };
    appendFileSync(file, `${JSON.stringify({ method, url, body, answer: own })}\n`);
  });
}

/** Answers that are not there yet, or never will be. */
interface UnderWay {
  timers: Set<NodeJS.Timeout>;
  dripping: Set<ServerResponse>;
}

async function answer(
  sandbox: Sandbox,
  { timers, dripping }: UnderWay,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readRequest(incoming);
  if (isControl(request)) {
    send(response, control(sandbox, request));
    return;
  }
  const exchange = sandbox.handle(request);
  if (exchange.delayMs === 0) {
    end(response, exchange.finish(), dripping);
    return;
  }
  const timer = setTimeout(() => {
    timers.delete(timer);
    end(response, exchange.finish(), dripping);
  }, exchange.delayMs);
  timers.add(timer);
}

async function readRequest(incoming: IncomingMessage): Promise<SandboxRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value ?? '')]);
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString(),
  };
}

function end(response: ServerResponse, ending: Ending, dripping: Set<ServerResponse>): void {
  if (ending.kind === 'dropped') response.socket?.destroy();
  else if (ending.kind === 'reply') send(response, ending.reply);
  else if (ending.kind === 'dripping') drip(response, ending, dripping);
  else sendHalf(response, ending.reply);
}

function drip(
  response: ServerResponse,
  { reply, drip: { bytes, everyMs } }: Extract<Ending, { kind: 'dripping' }>,
  dripping: Set<ServerResponse>,
): void {
  dripping.add(response);
  response.writeHead(reply.status, reply.headers);
  const timer = setInterval(() => response.writableNeedDrain || response.write(' '.repeat(bytes)), everyMs);
  response.once('close', () => {
    clearInterval(timer);
    dripping.delete(response);
  });
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, ...lengthOf(reply) });
  response.end(reply.body);
}

function sendHalf(response: ServerResponse, reply: Reply): void {
  const bytes = Buffer.from(reply.body);
  response.writeHead(reply.status, { ...reply.headers, ...lengthOf(reply) });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
}

/** A 204 must not carry a length. */
function lengthOf(reply: Reply): Record<string, number> {
  return reply.status === 204 ? {} : { 'content-length': Buffer.byteLength(reply.body) };
}

function fail(response: ServerResponse, error: unknown): void {
  console.error(error);
  response.writeHead(500, { 'content-type': 'text/plain' });
  response.end('The sandbox itself has failed');
}
