import { app, globalShortcut } from 'electron';
import type { Computer } from '../app/ports.ts';
import { setAutostart } from '../platform/autostart.ts';

/** Electron sets this on macOS and Windows alone. */
function startAtLogin(on: boolean): void {
  if (process.platform !== 'linux') app.setLoginItemSettings({ openAtLogin: on });
  else setAutostart(on, app.isPackaged ? process.execPath : app.getAppPath());
}

let taken = '';

function takeShortcut(accelerator: string, pressed: () => void): boolean {
  if (taken !== '') globalShortcut.unregister(taken);
  taken = '';
  if (accelerator === '') return true;
  try {
    if (!globalShortcut.register(accelerator, pressed)) return false;
  } catch {
    // A text that is no shortcut.
    return false;
  }
  taken = accelerator;
  return true;
}

export const electronComputer: Computer = { startAtLogin, takeShortcut };
