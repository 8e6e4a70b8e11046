import { app, globalShortcut } from 'electron';
import type { Computer } from '../app/ports.ts';
import { setAutostart } from '../platform/autostart.ts';
import { Shortcut } from '../platform/shortcut.ts';

/** Electron sets this on macOS and Windows alone. */
function startAtLogin(on: boolean): void {
  if (process.platform !== 'linux') app.setLoginItemSettings({ openAtLogin: on });
  else setAutostart(on, app.isPackaged ? process.execPath : app.getAppPath());
}

const shortcut = new Shortcut(globalShortcut);

export const electronComputer: Computer = {
  startAtLogin,
  takeShortcut: (accelerator, pressed) => shortcut.take(accelerator, pressed),
};
