import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import type { PolicyFault } from './faults.ts';

/** A file that cannot be used, and why. */
export class UnusableFile extends Error {
  readonly fault: PolicyFault;

  constructor(fault: PolicyFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** No settings or policy file is larger than this (bytes). */
export const MAX_BYTES = 1_000_000;

/** Reads at most `most` bytes: a file that reports no size, as some of the system's do, may be endless. */
function readUpTo(fd: number, most: number): Buffer {
  const bytes = Buffer.alloc(most);
  let length = 0;
  for (;;) {
    const read = readSync(fd, bytes, length, most - length, null);
    length += read;
    if (read === 0 || length === most) return bytes.subarray(0, length);
  }
}

/**
 * The text of a regular file of at most 1 MB. It is opened once, so what was checked is what is read, and never waited
 * for: a named pipe would hold the caller until a program writes into it.
 * @param check what else must be true of the open file; throws what is wrong
 * @throws when there is no such file, it cannot be read, or it is another kind of file or too large
 */
export function readPlainFile(path: string, check: (stats: Stats) => void = () => undefined): string {
  // Windows has no such flag, and no pipes among its files.
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) throw new UnusableFile({ code: 'not-a-file' });
    check(stats);
    const bytes = readUpTo(fd, MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) throw new UnusableFile({ code: 'too-large' });
    return bytes.toString('utf8');
  } finally {
    closeSync(fd);
  }
}

/** Writes a small file of its owner's whole or not at all. @throws when it cannot be written: what was there stays */
export function replacePlainFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
