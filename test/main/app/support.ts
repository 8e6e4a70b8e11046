import type { AskingWindow } from '../../../main/app/ports.ts';
import type { Result } from '../../../preload/contract.ts';

/** The window that sends a command, where the command is not about it. */
export const WINDOW: AskingWindow = {
  drawn: () => undefined,
  fit: () => undefined,
  selectHour: () => undefined,
  popUpMenu: () => undefined,
  saveFile: async () => ({ path: null, fault: null }),
  savePdf: async () => ({ path: null, fault: null }),
  print: () => undefined,
  openMap: async () => false,
};

/** The value of a command that could be done. @throws its error where it could not */
export function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
