import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The one file that electron-updater reads its own settings from. */
export const CONFIG = 'app-update.yml';
/** The folder of what was loaded, within that of the updates. */
export const LOADED = 'loaded';

/**
 * Makes the folder that loaded packages lie in, for its owner alone, with electron-updater's settings as the package brought
 * them.
 * @param resources Electron's folder, where a packer leaves them
 */
export function makeUpdateFolder(folder: string, resources: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const packed = join(resources, CONFIG);
  const own = existsSync(packed) ? readFileSync(packed, 'utf8').replace(/^updaterCacheDirName:.*$/m, '') : '';
  writeFileSync(join(folder, CONFIG), `${own}\nupdaterCacheDirName: ${LOADED}\n`);
}
