import { app, dialog } from 'electron';
import { refusedIn } from '../platform/refused-switches.ts';
import { wordsHere } from './locale.ts';

const SANDBOX_OFF: readonly string[] = [
  'no-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'disable-gpu-sandbox',
];

/** Whether a package was started so that its pages are not kept apart from the rest of this computer. */
export const lacksSandbox = (): boolean =>
  app.isPackaged &&
  (SANDBOX_OFF.some((name) => app.commandLine.hasSwitch(name)) ||
    process.env.ELECTRON_DISABLE_SANDBOX !== undefined);

/** Ends a package that was started with one of them, in words and before anything is read. Call first of all. */
export function refuseSwitches(): void {
  if (!app.isPackaged) return;
  const refused = refusedIn((name) => app.commandLine.hasSwitch(name), process.env);
  if (refused.length === 0) return;
  const words = wordsHere();
  dialog.showErrorBox(words.cannotStart, words.refusedSwitches(refused));
  app.exit(2);
}
