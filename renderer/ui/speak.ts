import { effect } from '@preact/signals';
import { snapshot } from './snapshot.ts';

/** Tells screen readers the language of the page, and titles its window; both follow the language. */
export function speak(title?: () => string): void {
  effect(() => {
    const { language } = snapshot.value ?? {};
    if (!language) return;
    document.documentElement.lang = language;
    if (title) document.title = title();
  });
}
