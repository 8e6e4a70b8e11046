import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
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

/** Where the app of a data folder listens: a named pipe on Windows. */
export function socketPath(folder: string): string {
  const id = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return process.platform === 'win32' ? `\\\\.\\pipe\\onsite-${id}` : join(folder, 'status.sock');
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
  const path = socketPath(folder);
  const isFile = process.platform !== 'win32';
  if (isFile && Buffer.byteLength(path) > LONGEST) {
    onError(new Error(`${path} is too long for a socket: \`onsite status\` cannot ask this app`));
    return () => undefined;
  }
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
    server.close();
    if (isFile) rmSync(path, { force: true });
  };
}

/** Asks the running app of a data folder; null when none answers. */
export function askStatus(folder: string): Promise<StatusAnswer | null> {
  return new Promise((resolve) => {
    const socket = connect(socketPath(folder));
    let said = '';
    socket.setTimeout(DEADLINE, () => socket.destroy());
    socket.setEncoding('utf8');
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(readAnswer(said)));
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
