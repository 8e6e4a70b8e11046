import { clipboard } from 'electron';
import type { Desktop } from '../app/ports.ts';
import { electronComputer } from './computer.ts';
import { idleSource } from './idle-source.ts';
import { electronLocale } from './locale.ts';
import { onNetworkReturn } from './network.ts';
import { notificationsAct, notifies, notify } from './notification.ts';
import { ElectronPower } from './power.ts';
import { ElectronPromptWindow } from './prompt-window.ts';
import { ElectronQuit } from './quit.ts';
import type { ElectronShell } from './shell.ts';
import { ElectronStripWindow } from './strip-window.ts';
import { electronUpdater } from './updater.ts';

/** The app's ports, with Electron behind each. Call when the app is ready. @param log keeps a line about an update */
export const electronDesktop = (shell: ElectronShell, log: (line: unknown) => void): Desktop => ({
  shell,
  promptWindow: new ElectronPromptWindow(),
  strip: new ElectronStripWindow(),
  power: new ElectronPower(),
  quit: new ElectronQuit(),
  updater: electronUpdater(log),
  idleSource: idleSource(process.env),
  notify,
  notificationsAct,
  notifies,
  computer: electronComputer,
  locale: electronLocale,
  copy: (text) => clipboard.writeText(text),
  watchNetwork: onNetworkReturn,
});
