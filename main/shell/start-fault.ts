import { dialog } from 'electron';
import type { EarlyWords } from '../../words/early.ts';
import { wordsKept } from './locale.ts';

/** Says in a window why the app cannot start, and waits until it is closed. Call when the app is ready. */
export function tellStartFault(detailIn: (words: EarlyWords) => string): void {
  const words = wordsKept();
  const { cannotStart } = words;
  // An error box of Electron's calls itself just "Error" on Linux.
  dialog.showMessageBoxSync({
    type: 'error',
    title: cannotStart,
    message: cannotStart,
    detail: detailIn(words),
  });
}
