import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Chromium's lock of a data folder, where it is a file: a link to the computer and the process that hold it. */
const LOCK = 'SingletonLock';

/** The computer and the process that hold a data folder which this run did not get. */
export interface Holder {
  readonly computer: string;
  readonly pid: number;
  /** The lock's file, which may be removed where that OnSite does not run any more. */
  readonly path: string;
}

/**
 * Another computer that holds the data folder: OnSite runs there on the same home folder, or this computer had another
 * name when it crashed. Null where it is this one, whose OnSite was told of this start and shows itself.
 */
export function holderElsewhere(folder: string, here = hostname()): Holder | null {
  const path = join(folder, LOCK);
  try {
    const [, computer, pid] = /^(.+)-([0-9]+)$/.exec(readlinkSync(path)) ?? [];
    return computer && computer !== here ? { computer, pid: Number(pid), path } : null;
  } catch {
    // There is none, or it is no link: not a lock of Chromium's.
    return null;
  }
}
