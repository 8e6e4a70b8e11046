import { app } from 'electron';
import { guarded } from '../listeners.ts';
import { Quitting } from '../platform/quitting.ts';
import { letGo, letGoOfLoading } from './windows.ts';

/**
 * Quits in a turn of its own. While Electron tells of a closed window or of its end, a quit is lost that comes in the same
 * turn, as by a promise that is fulfilled there: an app that had put off its end stayed, without windows (Electron 33.2.1).
 */
const quit = (): void => void setImmediate(() => app.quit());

/** Asks before the app ends, by whichever way. Call before Electron is ready, and `endBySignals` once more when it is. */
export function electronQuit(): Quitting {
  const quitting = new Quitting(quit);
  app.on('before-quit', (event) => {
    if (quitting.mayQuit()) letGoOfLoading();
    else event.preventDefault();
  });
  app.on(
    'browser-window-created',
    guarded((_event, window) => {
      // One that comes up while the others are closed, as a popup that is made ahead, would keep the app from ending.
      if (quitting.leaving) letGo(window);
      // Windows ends the session: its windows are closed next.
      window.on('session-end', () => quitting.sessionEnds());
    }),
  );
  quitting.endBySignals();
  return quitting;
}

/** Ends the app, which has been asked already. */
export const endBy = (how: 'quit' | 'kill'): void => {
  if (how === 'quit') quit();
  else process.kill(process.pid, 'SIGKILL');
};
