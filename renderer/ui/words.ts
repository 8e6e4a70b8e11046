import { effect } from '@preact/signals';
import type { Words } from '../../words/index.ts';
import { spoken } from './language.ts';
import { snapshot } from './snapshot.ts';

/** The words of the language in force. Call it where they are drawn: kept ones would stay in the language before. */
export function t(): Words {
  // The first snapshot is shown when its words have come: nothing is drawn before.
  if (!spoken.value) throw new Error('the words have not been loaded');
  return spoken.value;
}

/** Tells screen readers the language of the page, and titles its window; both follow the language. */
export function speak(title?: (words: Words) => string): void {
  effect(() => {
    const { language } = snapshot.value ?? {};
    if (!language) return;
    document.documentElement.lang = language;
    if (title) document.title = title(t());
  });
}
