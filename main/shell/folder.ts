import { resolve } from 'node:path';
import { app } from 'electron';

/** Everything the app keeps lives in `--user-data-dir` when it is given (INTERFACE.md). Call before anything is read. */
export function useDataFolder(): void {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  if (given) app.setPath('userData', resolve(given));
  app.setName('OnSite');
}
