import { app, dialog } from 'electron';
import { WORDS } from '../../words/index.ts';
import { languageOf } from '../../words/language.ts';
import { causeOf } from '../storage/cause.ts';
import { electronLocale } from './locale.ts';

/** Says in a window why the app cannot start, and waits until it is closed: an app that keeps no click takes none. */
export function tellStartFault(error: unknown): void {
  const words = WORDS[languageOf(electronLocale.languages())];
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showMessageBoxSync({
    type: 'error',
    // An error box of Electron's calls itself just "Error" on Linux.
    title: words.cannotStart,
    message: words.cannotStart,
    detail: words.startFault(causeOf(error), app.getPath('userData'), reason),
  });
}
