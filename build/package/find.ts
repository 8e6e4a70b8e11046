import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/run.mjs';

/** An unpacked package: its folder, the program in it, and Electron's `resources` folder. */
export interface Package {
  readonly directory: string;
  readonly binary: string;
  readonly resources: string;
}

/**
 * @returns where electron-builder puts the package of this platform, by the directory it made
 * @throws Error where there is none
 */
export function findPackage(): Package {
  const dist = join(root, 'dist');
  const named = { darwin: /^mac/, win32: /^win.*-unpacked$/ } as const;
  const pattern =
    process.platform === 'darwin' || process.platform === 'win32'
      ? named[process.platform]
      : /^linux.*-unpacked$/;
  const entries = existsSync(dist) ? readdirSync(dist, { withFileTypes: true }) : [];
  const found = entries.find((entry) => entry.isDirectory() && pattern.test(entry.name));
  if (found === undefined) throw new Error(`electron-builder left no package in ${dist}`);
  const directory = join(dist, found.name);
  if (process.platform === 'darwin') {
    const contents = join(directory, 'OnSite.app/Contents');
    return { directory, binary: join(contents, 'MacOS/OnSite'), resources: join(contents, 'Resources') };
  }
  const binary = join(directory, process.platform === 'win32' ? 'OnSite.exe' : 'onsite');
  return { directory, binary, resources: join(directory, 'resources') };
}
