import { join } from 'node:path';
import { app } from 'electron';
import { App } from './app/app.ts';
import type { Quit } from './app/ports.ts';
import { updatesOf } from './app/updates.ts';
import { keepWaitingCount } from './app/waiting-file.ts';
import { registerHandlers } from './ipc.ts';
import type { Listeners } from './listeners.ts';
import { logError, logOutcomes, openLog } from './log.ts';
import { LastCalls } from './platform/last-calls.ts';
import { Records } from './records/records.ts';
import { electronDesktop } from './shell/desktop.ts';
import { unknownLanguage } from './shell/locale.ts';
import { endBy } from './shell/quit.ts';
import { secure } from './shell/security.ts';
import type { ElectronShell } from './shell/shell.ts';
import { lacksSandbox } from './shell/switches.ts';
import { followTheme } from './shell/theme.ts';
import { serveStatus } from './status-socket.ts';
import { openStorage } from './storage/storage.ts';
import { system } from './system.ts';
import { coreOn } from './this-computer.ts';
import { statusAnswer } from './views/status.ts';

/** Already there when the rest is started. */
export interface Begun {
  readonly shell: ElectronShell;
  readonly quitting: Quit;
  readonly unexpected: Listeners<unknown>;
}

/**
 * Builds every part, bottom-up, and starts them. Call when Electron is ready and the data folder is this run's alone.
 * @throws where the data folder cannot be used
 */
export async function start({ shell, quitting, unexpected }: Begun): Promise<void> {
  const onError = (error: unknown) => unexpected.tell(error);
  const folder = app.getPath('userData');
  openLog(folder);
  unexpected.add(logError);
  const storage = openStorage(folder, process.env, system.now);
  const { settings } = storage;

  secure(join(import.meta.dirname, '../renderer'), () => settings.get('linkHosts'));
  followTheme(settings);

  const { vault, core } = coreOn(storage);
  logOutcomes(core);
  const records = new Records(core, storage.workOrders, storage.openOrders, system.after);
  const desktop = electronDesktop(shell, quitting, logError);
  const onSite = new App({
    storage,
    core,
    records,
    desktop,
    updates: updatesOf({ storage, core, desktop, system }),
    system,
    onWindowError: (where) => onError(`in a window: ${where}`),
  });

  vault.onKept((kept) => onSite.notices.sayWhile(!kept, { code: 'no-keychain' }));
  core.session.onLeftOver((isLeft) => onSite.notices.sayWhile(isLeft, { code: 'left-in-keychain' }));
  onSite.notices.sayWhile(lacksSandbox(), { code: 'no-sandbox' });
  unexpected.add(() => onSite.notices.say({ code: 'unexpected' }));
  const language = unknownLanguage();
  if (language !== null) onSite.notices.say({ code: 'language-unknown', language });
  registerHandlers(onSite.handlers(), { askingWindow: (window) => shell.askingWindow(window), onError });
  const endStatus = serveStatus(folder, () => statusAnswer(onSite.snapshot()), onError);
  const lastCalls = new LastCalls([vault, storage.upkeep], endBy);
  app.once('will-quit', () => {
    endStatus();
    storage.upkeep.stop();
  });
  app.on('will-quit', (event) => {
    if (!lastCalls.mayEnd()) return event.preventDefault();
    onSite.stop();
    storage.close();
  });
  await onSite.start();
  // Nothing of it is needed before the tray is there.
  keepWaitingCount(folder, core);
  storage.upkeep.start({ after: system.after, onError });
  desktop.power.onEvent(({ type }) => type === 'wake' && storage.upkeep.look());
  await core.session.restore();
  // A popup that a click on the early icon opened found no session to read with.
  if (shell.isLookedAt) records.opened();
}
