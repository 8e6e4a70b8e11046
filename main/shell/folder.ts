import { resolve } from 'node:path';
import { app } from 'electron';
import { keepForOwner, makeForOwner } from '../storage/own-files.ts';

/**
 * Everything the app keeps lives in `--user-data-dir` when it is given (INTERFACE.md), and is its owner's alone. Call
 * before anything is read.
 * @returns what kept the folder from being its owner's alone, or null
 */
export function useDataFolder(): unknown {
  makeForOwner();
  const given = app.commandLine.getSwitchValue('user-data-dir');
  if (given) app.setPath('userData', resolve(given));
  app.setName('OnSite');
  return keepForOwner(app.getPath('userData'));
}
