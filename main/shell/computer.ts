import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, globalShortcut } from 'electron';
import type { Computer } from '../app/ports.ts';

/** https://specifications.freedesktop.org/autostart-spec/latest/ */
const autostartFolder = () => join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart');

/** A path in a desktop entry's command: https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html */
const quoted = (path: string): string => `"${path.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;

const desktopEntry = () => `[Desktop Entry]
Type=Application
Name=OnSite
Exec=${quoted(app.isPackaged ? process.execPath : app.getAppPath())}
Icon=onsite
Terminal=false
X-GNOME-Autostart-enabled=true
`;

/** Electron sets this on macOS and Windows alone. */
function startAtLogin(on: boolean): void {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on });
    return;
  }
  const file = join(autostartFolder(), 'onsite.desktop');
  if (!on) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(autostartFolder(), { recursive: true });
  writeFileSync(file, desktopEntry());
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
