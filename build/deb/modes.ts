import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a folder the modes that a Debian package has, whatever umask it was made with: each user may read all and run
 * what its owner may run, and only the owner may write. Links stay as they are.
 * https://www.debian.org/doc/debian-policy/ch-files.html#permissions-and-owners
 *
 * @throws the file system's error, where this user may not change a mode
 */
export function setPackageModes(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) setPackageModes(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
