import { type BrowserWindow, dialog } from 'electron';
import type { Saved } from '../app/ports.ts';
import { writeWhole } from '../platform/whole-file.ts';

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
  return { path: filePath, fault: await writeWhole(filePath, content) };
}
