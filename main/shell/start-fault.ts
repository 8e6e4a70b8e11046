import { app, dialog } from 'electron';
import type { Words } from '../../words/index.ts';
import type { Holder } from '../platform/instance-lock.ts';
import { causeOf } from '../storage/cause.ts';
import { wordsKept } from './locale.ts';

/** Says in a window why the app cannot start, and waits until it is closed: an app that keeps no click takes none. */
export function tellStartFault(error: unknown): void {
  const words = wordsKept();
  const reason = error instanceof Error ? error.message : String(error);
  tell(words, words.startFault(causeOf(error), app.getPath('userData'), reason));
}

/** Says that another computer has the data folder, and what to do. Call it when the app is ready. */
export function tellHeldElsewhere({ computer, pid, path }: Holder): void {
  const words = wordsKept();
  tell(words, words.heldElsewhere(computer, pid, path));
}

function tell(words: Words, detail: string): void {
  dialog.showMessageBoxSync({
    type: 'error',
    // An error box of Electron's calls itself just "Error" on Linux.
    title: words.cannotStart,
    message: words.cannotStart,
    detail,
  });
}
