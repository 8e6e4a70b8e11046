import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kinds of package; `folder` is a copy that no packer installed. */
export type PackageKind = 'nsis' | 'mac' | 'deb' | 'rpm' | 'AppImage' | 'folder';

/** The package that this app came in. @param resources Electron's folder, where a packer of Linux leaves its name */
export function packageKind(
  resources: string,
  env: NodeJS.ProcessEnv,
  system: NodeJS.Platform = process.platform,
): PackageKind {
  if (system === 'win32') return 'nsis';
  if (system === 'darwin') return 'mac';
  const file = join(resources, 'package-type');
  const named = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (named === 'deb' || named === 'rpm') return named;
  return env.APPIMAGE ? 'AppImage' : 'folder';
}

/** Whether it is installed without a question: a password is asked for where a package belongs to the system. */
export const installsSilently = (kind: PackageKind, isRoot: boolean): boolean =>
  isRoot || (kind !== 'deb' && kind !== 'rpm' && kind !== 'folder');
