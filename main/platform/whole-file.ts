import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { FileFault } from '../../preload/contract.ts';
import type { Saved } from '../app/ports.ts';
import { messageOf } from '../listeners.ts';
import { causeOf } from '../storage/cause.ts';

const isGone = (error: unknown): boolean =>
  error instanceof Error && ['ENOENT', 'ENOTDIR'].includes(String(Reflect.get(error, 'code')));

/** Why a file could not be written, as it is told. */
export function fileFault(error: unknown): FileFault {
  const cause = causeOf(error);
  if (cause === 'full' || cause === 'denied' || cause === 'locked') return { code: cause };
  if (isGone(error)) return { code: 'gone' };
  return { code: 'other', detail: messageOf(error) };
}

/**
 * Writes a file whole or not at all: what had its name before stays where it cannot be written.
 * @returns why it was not written, or null
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<FileFault | null> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(part, content, { flag: 'wx' });
    await rename(part, path);
    return null;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    return fileFault(error);
  }
}

/** Asks where to save; null where that is called off. @param ending the file's kind, such as `csv` */
export type WhereToSave = (name: string, ending: string) => Promise<string | null>;

/**
 * Asks where to save a file, and saves it there. Content that cannot be made is told like a file that cannot be written.
 * @param name is suggested; its ending is the file's kind
 */
export async function saveAs(
  where: WhereToSave,
  name: string,
  make: () => string | Promise<Uint8Array>,
): Promise<Saved> {
  try {
    const content = await make();
    const path = await where(name, name.slice(name.lastIndexOf('.') + 1));
    return { path, fault: path === null ? null : await writeWhole(path, content) };
  } catch (error) {
    return { path: name, fault: fileFault(error) };
  }
}
