import { app } from 'electron';
import type { Quit } from '../app/ports.ts';
import { Leaving } from '../platform/leaving.ts';

/** Asks before the app ends, by whichever way. */
export function electronQuit(): Quit {
  const leaving = new Leaving(() => app.quit());
  app.on('before-quit', (event) => {
    if (!leaving.mayQuit()) event.preventDefault();
  });
  // Windows ends the session: its windows are closed next.
  app.on('browser-window-created', (_event, window) => window.on('session-end', () => leaving.sessionEnds()));
  leaving.endBySignals();
  return leaving;
}
