import { type BrowserWindow, dialog } from 'electron';
import type { Saved } from '../app/ports.ts';
import { faultOf, writeWhole } from '../platform/whole-file.ts';

/** The window as a page to print, saved as `saveFile` does: what cannot be drawn is told like what cannot be written. */
export async function savePdf(window: BrowserWindow, name: string): Promise<Saved> {
  try {
    const page = await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4' });
    return await saveFile(window, name, page);
  } catch (error) {
    return { path: name, fault: faultOf(error) };
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
  return { path: filePath, fault: await writeWhole(filePath, content) };
}
