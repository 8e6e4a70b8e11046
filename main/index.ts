import { url as debuggerUrl } from 'node:inspector';
import { app } from 'electron';
import { EarlyListeners, messageOf } from './listeners.ts';
import { limitHeap } from './platform/heap.ts';
import { holderElsewhere } from './platform/instance-lock.ts';
import { isOverlong } from './platform/links.ts';
import type { Quitting } from './platform/quitting.ts';
import { answerShell, questionIn } from './platform/shell-question.ts';
import { registerScheme } from './shell/app-protocol.ts';
import { disableQuic } from './shell/electron-transport.ts';
import { useDataFolder } from './shell/folder.ts';
import { wordsKept } from './shell/locale.ts';
import { electronQuit } from './shell/quit.ts';
import { limitPages } from './shell/security.ts';
import { ElectronShell } from './shell/shell.ts';
import { tellStartFault } from './shell/start-fault.ts';
import { refuseSwitches } from './shell/switches.ts';
import { collectInOneThread, drawInSoftware } from './shell/windows.ts';
import { causeOf } from './storage/cause.ts';

limitHeap();
refuseSwitches();
const folderFault = useDataFolder();
const folder = app.getPath('userData');
const unexpected = new EarlyListeners<unknown>();
const question = questionIn(process.argv, app.isPackaged ? 1 : 2);
if (isOverlong(process.argv)) app.exit(2);
else if (question)
  answerShell(question, folder, wordsKept).then(
    (code) => app.exit(code),
    (error: unknown) => {
      process.stderr.write(`${messageOf(error)}\n`);
      app.exit(1);
    },
  );
else open();

/** Takes the data folder for this run, or hands over to the OnSite that has it. */
function open(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error) => unexpected.tell(error));
  registerScheme();
  disableQuic();
  drawInSoftware();
  collectInOneThread();
  limitPages();
  const quitting = electronQuit();
  const shell = new ElectronShell();
  shell.onFault((error) => unexpected.tell(error));
  if (!app.requestSingleInstanceLock()) void handOver();
  else begin(shell, quitting).catch(ended);
}

/**
 * The icon comes before anything else is loaded: to load all of it while Electron gets ready held both up by 60 ms. Clicks
 * until then are kept.
 */
async function begin(shell: ElectronShell, quitting: Quitting): Promise<void> {
  // V8 loses the answer to a debugger's call that waits while garbage is collected: what drives the app finds all of the
  // start behind it.
  const isDriven = debuggerUrl() !== undefined;
  if (isDriven) await import('./start.ts');
  await app.whenReady();
  // Electron has put its own over those of the process: they would quit as a person does, who is asked.
  quitting.endBySignals();
  if (folderFault) unexpected.tell(folderFault);
  if (!isDriven) await shell.appear();
  const { start } = await import('./start.ts');
  if (!quitting.leaving) await start({ shell, quitting, unexpected });
}

/** The OnSite that has the data folder shows itself; where it runs on another computer, that is said. */
async function handOver(): Promise<void> {
  const holder = holderElsewhere(folder);
  if (!holder) return app.quit();
  await app.whenReady();
  tellStartFault((words) => words.heldElsewhere(holder.computer, holder.pid, holder.path));
  app.exit(1);
}

/** A start that failed ends in words: an app that keeps no click takes none, and one without window would hold the lock. */
function ended(error: unknown): void {
  unexpected.tell(error);
  tellStartFault((words) => words.startFault(causeOf(error), folder, messageOf(error)));
  app.exit(1);
}
