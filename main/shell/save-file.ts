import { type BrowserWindow, dialog } from 'electron';
import type { WhereToSave } from '../platform/whole-file.ts';

/** Asks in the system's dialog where to save. */
export const whereToSave =
  (window: BrowserWindow): WhereToSave =>
  async (name, ending) => {
    const filters = [{ name: ending.toUpperCase(), extensions: [ending] }];
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name, filters });
    return canceled || !filePath ? null : filePath;
  };

/** The window as a page to print. @throws where it cannot be drawn */
export const pdfOf = ({ webContents }: BrowserWindow): Promise<Uint8Array> =>
  webContents.printToPDF({ printBackground: true, pageSize: 'A4' });
