import { close as closeFile, open as openFile, read as readFrom, fstat as statOf } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Stands in the bundle for fs-extra: the functions of it that electron-updater calls. Files that are open are numbers. */
export { existsSync, existsSync as pathExistsSync, readFileSync } from 'node:fs';
export { chmod, copyFile, mkdir, readFile, rename, stat, unlink } from 'node:fs/promises';

export const open = promisify(openFile);
export const close = promisify(closeFile);
export const fstat = promisify(statOf);
export const read = promisify(readFrom);

export const pathExists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Removes a file or a folder, if it is there. */
export const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true });

/** Makes a folder, or removes all that is in it. */
export async function emptyDir(path: string): Promise<void> {
  await mkdir(path, { recursive: true });
  await Promise.all((await readdir(path)).map((name) => remove(join(path, name))));
}

/** Writes a file, and makes its folder. */
export async function outputFile(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

export const outputJson = (path: string, content: unknown): Promise<void> =>
  outputFile(path, `${JSON.stringify(content)}\n`);

export const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
