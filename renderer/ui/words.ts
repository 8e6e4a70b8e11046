import { effect } from '@preact/signals';
import { WORDS, type Words } from '../../words/index.ts';
import { snapshot } from './snapshot.ts';

/** The words of the language in force. Call it where they are drawn: kept ones would stay in the language before. */
export const t = (): Words => WORDS[snapshot.value?.language ?? 'en'];

/** Tells screen readers the language of the page, and titles its window; both follow the language. */
export function speak(title?: (words: Words) => string): void {
  effect(() => {
    const { language } = snapshot.value ?? {};
    if (!language) return;
    document.documentElement.lang = language;
    if (title) document.title = title(t());
  });
}
