import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { FileFault } from '../../preload/contract.ts';
import type { Saved } from '../app/ports.ts';
import { causeOf } from '../storage/cause.ts';

const isGone = (error: unknown): boolean =>
  error instanceof Error && ['ENOENT', 'ENOTDIR'].includes(String(Reflect.get(error, 'code')));

function faultOf(error: unknown): FileFault {
  const cause = causeOf(error);
  if (cause === 'full' || cause === 'denied' || cause === 'locked') return { code: cause };
  if (isGone(error)) return { code: 'gone' };
  return { code: 'other', detail: error instanceof Error ? error.message : String(error) };
}

/** Writes a file whole or not at all: what had its name before stays where there is no room. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(part, content, { flag: 'wx' });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Asks in the system's dialog where to save, and saves there. @param name is suggested; its ending is the file's kind */
export async function saveFile(
  window: BrowserWindow,
  name: string,
  content: string | Uint8Array,
): Promise<Saved> {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: name,
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
  });
  if (canceled || !filePath) return { path: null, fault: null };
  try {
    await writeWhole(filePath, content);
    return { path: filePath, fault: null };
  } catch (error) {
    return { path: filePath, fault: faultOf(error) };
  }
}
