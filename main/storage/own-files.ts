import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const OWNER_FOLDER = 0o700;
const OWNER_FILE = 0o600;
const OTHERS = 0o077;
/** The app's own files; Chromium's lie beside them in the same folder. */
const OURS = /^(onsite|settings)\./;

/** Only ever narrower: what its owner took away stays away. */
function tighten(path: string, most: number): void {
  const { mode } = lstatSync(path);
  if (mode & OTHERS) chmodSync(path, mode & most);
}

/** Makes new files readable by their owner alone. Call before any is made. */
export const makeForOwner = (): void => void process.umask(OTHERS);

/**
 * Makes a data folder that its owner alone can look into, with what an earlier version left there.
 * Windows keeps rights in lists of its own, which a user's folders have already.
 * @returns the first thing that could not be narrowed, or null
 */
export function keepForOwner(folder: string): unknown {
  if (process.platform === 'win32') return null;
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_FOLDER });
    tighten(folder, OWNER_FOLDER);
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isFile() && OURS.test(entry.name)) tighten(join(folder, entry.name), OWNER_FILE);
    return null;
  } catch (error) {
    return error;
  }
}
