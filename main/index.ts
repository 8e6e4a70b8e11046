import { join } from 'node:path';
import { app } from 'electron';
import { App } from './app/app.ts';
import { updatesOf } from './app/updates.ts';
import { registerHandlers } from './ipc.ts';
import { Listeners } from './listeners.ts';
import { logError, logOutcomes, openLog } from './log.ts';
import { holderElsewhere } from './platform/instance-lock.ts';
import { isOverlong } from './platform/links.ts';
import { Records } from './records/records.ts';
import { registerScheme } from './shell/app-protocol.ts';
import { answerShell, askedFromShell } from './shell/command-line.ts';
import { electronDesktop } from './shell/desktop.ts';
import { disableQuic } from './shell/electron-transport.ts';
import { useDataFolder } from './shell/folder.ts';
import { unknownLanguage } from './shell/locale.ts';
import { secure } from './shell/security.ts';
import { ElectronShell } from './shell/shell.ts';
import { tellHeldElsewhere, tellStartFault } from './shell/start-fault.ts';
import { lacksSandbox, refuseSwitches } from './shell/switches.ts';
import { followTheme } from './shell/theme.ts';
import { drawInSoftware } from './shell/windows.ts';
import { serveStatus } from './status-socket.ts';
import { openStorage } from './storage/storage.ts';
import { system } from './system.ts';
import { coreOn } from './this-computer.ts';
import { statusAnswer } from './views/status.ts';

refuseSwitches();
const folderFault = useDataFolder();
const unexpected = new Listeners<unknown>();
const asked = askedFromShell(process.argv);
if (isOverlong(process.argv)) app.exit(2);
else if (asked) void answerShell(asked);
else open();

/** Takes the data folder for this run, or hands over to the OnSite that has it. */
function open(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error) => unexpected.tell(error));
  unexpected.add(logError);
  registerScheme();
  disableQuic();
  drawInSoftware();
  const shell = new ElectronShell();
  shell.onFault((error) => unexpected.tell(error));
  if (!app.requestSingleInstanceLock()) void handOver();
  else
    app
      .whenReady()
      .then(() => start(shell))
      .catch(ended);
}

/** The OnSite that has the data folder shows itself; where it runs on another computer, that is said. */
async function handOver(): Promise<void> {
  const holder = holderElsewhere(app.getPath('userData'));
  if (!holder) return app.quit();
  await app.whenReady();
  tellHeldElsewhere(holder);
  app.exit(1);
}

/** A start that failed ends in words: a process without tray or window would hold the lock. */
function ended(error: unknown): void {
  unexpected.tell(error);
  tellStartFault(error);
  app.exit(1);
}

/** Builds every part, bottom-up, and starts them. */
async function start(shell: ElectronShell): Promise<void> {
  const folder = app.getPath('userData');
  openLog(folder);
  if (folderFault) unexpected.tell(folderFault);
  const storage = openStorage(folder, process.env, system.now);
  const { settings } = storage;

  const secured = secure(join(import.meta.dirname, '../renderer'), () => settings.get('linkHosts'));
  followTheme(settings);

  const { vault, core } = coreOn(storage);
  logOutcomes(core);
  const records = new Records(core, storage.workOrders, storage.openOrders, system.after);
  const desktop = electronDesktop(shell, logError);
  const onSite = new App({
    storage,
    core,
    records,
    desktop,
    updates: updatesOf({ storage, core, desktop, system }),
    system,
    onWindowError: (where) => unexpected.tell(`in a window: ${where}`),
  });

  vault.onKept((kept) => onSite.notices.sayWhile(!kept, { code: 'no-keychain' }));
  core.session.onLeftOver((isLeft) => onSite.notices.sayWhile(isLeft, { code: 'left-in-keychain' }));
  onSite.notices.sayWhile(lacksSandbox(), { code: 'no-sandbox' });
  unexpected.add(() => onSite.notices.say({ code: 'unexpected' }));
  const language = unknownLanguage();
  if (language !== null) onSite.notices.say({ code: 'language-unknown', language });
  registerHandlers(onSite.handlers(), {
    askingWindow: (window) => shell.askingWindow(window),
    onError: (error) => unexpected.tell(error),
  });
  const endStatus = serveStatus(
    folder,
    () => statusAnswer(onSite.snapshot()),
    unexpected.tell.bind(unexpected),
  );
  app.on('will-quit', () => {
    endStatus();
    onSite.stop();
    storage.close();
  });
  await secured;
  await onSite.start();
  storage.upkeep.start({ after: system.after, onError: (error) => unexpected.tell(error) });
  desktop.power.onEvent(({ type }) => type === 'wake' && storage.upkeep.look());
  await core.session.restore();
}
