import type { AskingWindow } from '../../../main/app/ports.ts';

/** The window that sends a command, where the command is not about it. */
export const WINDOW: AskingWindow = {
  fit: () => undefined,
  selectHour: () => undefined,
  popUpMenu: () => undefined,
  saveFile: async () => ({ path: null, fault: null }),
  savePdf: async () => ({ path: null, fault: null }),
  print: () => undefined,
  openMap: async () => false,
};
