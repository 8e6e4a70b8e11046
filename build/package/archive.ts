import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PICTURE_FILES } from '../icons/draw.ts';

/** A mark of the build's own, and the script of Windows' uninstaller: neither is a part of the app. */
const NEVER_PACKED: readonly string[] = ['out/.compiled', 'out/main/uninstall.nsh'];

/** Is it compiled and not packed for a system, see electron-builder.yml? */
const isLeftOut = (file: string, system: NodeJS.Platform): boolean =>
  NEVER_PACKED.includes(file) || (file.startsWith('out/main/icons/') && !file.includes(`-${system}`));

const withSlashes = (path: string): string => path.replaceAll('\\', '/');

/** Every file of the app, from the project's root: what was compiled, and every picture whether it was drawn or not. */
function wanted(project: string): string[] {
  const compiled = readdirSync(join(project, 'out'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => withSlashes(relative(project, join(entry.parentPath, entry.name))));
  const pictures = PICTURE_FILES.map((name) => `out/main/icons/${name}`);
  return [...new Set([...compiled, ...pictures, 'package.json'])];
}

/**
 * @param entries an archive's own listing of what it holds, each from `/`
 * @param project the project's root, where the app is compiled
 * @param system the one that it is for
 * @returns the files of the app that it does not hold
 */
export function missingFromArchive(
  entries: readonly string[],
  project: string,
  system: NodeJS.Platform = process.platform,
): string[] {
  const packed = new Set(entries.map((entry) => withSlashes(entry).replace(/^\//, '')));
  return wanted(project).filter((file) => !packed.has(file) && !isLeftOut(file, system));
}

/**
 * Only compiled modules lie outside of the archive: the system loads those from a file. Code there could be changed, and
 * nothing would notice.
 * @param directory what lies outside
 * @returns the files in it that are something else
 */
export function unpackedCode(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.endsWith('.node'))
    .map((entry) => withSlashes(relative(directory, join(entry.parentPath, entry.name))));
}
