import { clipboard, net, powerMonitor } from 'electron';
import type { Desktop, Quit } from '../app/ports.ts';
import { idleSource } from '../platform/idle.ts';
import { watchNetwork } from '../platform/network-watch.ts';
import { QuestionWindow } from '../platform/question-window.ts';
import { electronComputer } from './computer.ts';
import { electronLocale } from './locale.ts';
import { notificationsAct, notifies, notify } from './notification.ts';
import { electronPower } from './power.ts';
import { questionPage } from './question-page.ts';
import type { ElectronShell } from './shell.ts';
import { ElectronStripWindow } from './strip-window.ts';
import { electronUpdater } from './updater.ts';

/** The app's ports, with Electron behind each. Call when the app is ready. @param log keeps a line about an update */
export const electronDesktop = (shell: ElectronShell, quit: Quit, log: (line: unknown) => void): Desktop => ({
  shell,
  promptWindow: new QuestionWindow(questionPage),
  strip: new ElectronStripWindow(),
  power: electronPower(),
  quit,
  updater: electronUpdater(log),
  idleSource: idleSource(process.env, () => powerMonitor.getSystemIdleTime()),
  notify,
  notificationsAct,
  notifies,
  computer: electronComputer,
  locale: electronLocale,
  copy: (text) => clipboard.writeText(text),
  watchNetwork: (wanted, returned) => {
    // Electron's main process has no event for a network that is back.
    powerMonitor.on('resume', returned);
    return watchNetwork(() => net.isOnline(), wanted, returned);
  },
});
