import { signal } from '@preact/signals';
import type { Words } from '../../words/index.ts';
import type { Language } from '../../words/language.ts';

/** A page loads the words of the language that it shows, and no others. */
const LOADING: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('../../words/en.ts')).en,
  es: async () => (await import('../../words/es.ts')).es,
  fr: async () => (await import('../../words/fr.ts')).fr,
};

const loaded = new Map<Language, Words>();

/** The words of the language that the page shows; null until they have come. */
export const spoken = signal<Words | null>(null);

/** Whether the words of a language are there. */
export const isLoaded = (language: Language): boolean => loaded.has(language);

/** Loads the words of a language. @throws where its file is not there */
export async function load(language: Language): Promise<void> {
  loaded.set(language, await LOADING[language]());
}

/** Shows the page in a language whose words are there. */
export function speakIn(language: Language): void {
  spoken.value = loaded.get(language) ?? null;
}
