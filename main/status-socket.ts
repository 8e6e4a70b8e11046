import { createHash } from 'node:crypto';
import { chmodSync, closeSync, openSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

/**
 * `onsite status` asks the running app over a socket in its data folder: a program that may read the folder may ask. The app
 * reads nothing from it, so nothing that comes through it can do anything.
 */

/** The running app's answer. */
export interface StatusAnswer {
  readonly text: string;
  readonly json: string;
}

/** Nothing waits longer than this for the other side (ms). */
const DEADLINE = 3_000;
/** The longest path of a socket, bytes (`sun_path` of Linux and macOS, with its closing zero). */
const LONGEST = 103;
const SOCKET = 'status.sock';

/** Where the app of a data folder listens: a named pipe on Windows. */
export function socketPath(folder: string): string {
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return process.platform === 'win32' ? `\\\\.\\pipe\\onsite-${id}` : join(folder, SOCKET);
}

/** The socket by a path that is short enough, and what gives back what that path needs. */
interface Reach {
  readonly path: string;
  readonly end: () => void;
}

/** Linux reaches the folder through a descriptor where its path is too long. Null where there is no way, or no folder. */
function reach(folder: string): Reach | null {
  const path = socketPath(folder);
  if (process.platform === 'win32' || Buffer.byteLength(path) <= LONGEST)
    return { path, end: () => undefined };
  if (process.platform !== 'linux') return null;
  try {
    const descriptor = openSync(folder, 'r');
    return { path: `/proc/self/fd/${descriptor}/${SOCKET}`, end: () => closeSync(descriptor) };
  } catch {
    return null;
  }
}

/**
 * Answers each connection with one line and closes it.
 * @param onError the socket cannot be made or has failed: the app goes on without it
 * @returns ends it
 */
export function serveStatus(
  folder: string,
  answer: () => StatusAnswer,
  onError: (error: unknown) => void,
): () => void {
  const isFile = process.platform !== 'win32';
  const reached = reach(folder);
  if (!reached) {
    onError(new Error(`no socket can be made in ${folder}: \`onsite status\` cannot ask this app`));
    return () => undefined;
  }
  const { path } = reached;
  const server = createServer((socket) => {
    socket.setTimeout(DEADLINE, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.resume();
    socket.end(`${JSON.stringify(answer())}\n`);
  });
  server.maxConnections = 16;
  server.on('error', onError);
  // The one that holds the single-instance lock is the only one here: an older file is of a run that was killed.
  if (isFile) rmSync(path, { force: true });
  server.listen(path, () => isFile && chmodSync(path, 0o600));
  server.unref();
  return () => {
    server.close(reached.end);
    if (isFile) rmSync(path, { force: true });
  };
}

/** Asks the running app of a data folder; null when none answers. */
export function askStatus(folder: string): Promise<StatusAnswer | null> {
  const reached = reach(folder);
  if (!reached) return Promise.resolve(null);
  return new Promise((resolve) => {
    const socket = connect(reached.path);
    let said = '';
    socket.setTimeout(DEADLINE, () => socket.destroy());
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      reached.end();
      resolve(readAnswer(said));
    });
  });
}

function readAnswer(said: string): StatusAnswer | null {
  try {
    const { text, json } = JSON.parse(said);
    return typeof text === 'string' && typeof json === 'string' ? { text, json } : null;
  } catch {
    return null;
  }
}
