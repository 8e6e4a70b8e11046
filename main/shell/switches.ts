import { app, dialog } from 'electron';
import { refusedIn, sandboxIsOff } from '../platform/refused-switches.ts';
import { wordsHere } from './locale.ts';

const hasSwitch = (name: string): boolean => app.commandLine.hasSwitch(name);

/** Whether a package was started so that its pages are not kept apart from the rest of this computer. */
export const lacksSandbox = (): boolean => app.isPackaged && sandboxIsOff(hasSwitch, process.env);

/** Ends a package that was started with a switch that it does not accept, in words and before anything is read. Call first of all. */
export function refuseSwitches(): void {
  const refused = app.isPackaged ? refusedIn(hasSwitch, process.env) : [];
  if (refused.length === 0) return;
  const words = wordsHere();
  dialog.showErrorBox(words.cannotStart, words.refusedSwitches(refused));
  app.exit(2);
}
