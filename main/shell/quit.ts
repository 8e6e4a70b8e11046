import { app } from 'electron';
import type { Quit } from '../app/ports.ts';
import { Quitting } from '../platform/quitting.ts';

/** Asks before the app ends, by whichever way. */
export function electronQuit(): Quit {
  const quitting = new Quitting(() => app.quit());
  app.on('before-quit', (event) => {
    if (!quitting.mayQuit()) event.preventDefault();
  });
  // Windows ends the session: its windows are closed next.
  app.on('browser-window-created', (_event, window) =>
    window.on('session-end', () => quitting.sessionEnds()),
  );
  quitting.endBySignals();
  return quitting;
}
