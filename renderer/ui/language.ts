import { signal } from '@preact/signals';
import type { Language } from '../../words/language.ts';

/** How the words of one kind are loaded, by language. */
type Loading<W> = Readonly<Record<Language, () => Promise<W>>>;

/** The words of one kind. */
interface Kind {
  readonly has: (language: Language) => boolean;
  readonly load: (language: Language) => Promise<void>;
}

/** The kinds of words that the modules of this page ask for. */
const kinds = new Set<Kind>();

/** The language that the page shows; null until its words have come. */
const spoken = signal<Language | null>(null);

/**
 * Words for the modules that import what this returns: the page loads them before it shows anything in a language, and
 * those of no other language.
 * @returns the words of the language in force
 */
export function wordsOf<W>(loading: Loading<W>): () => W {
  const loaded = new Map<Language, W>();
  kinds.add({
    has: (language) => loaded.has(language),
    load: async (language) => void loaded.set(language, await loading[language]()),
  });
  return () => {
    const words = spoken.value === null ? undefined : loaded.get(spoken.value);
    // The first snapshot is shown when its words have come: nothing is drawn before.
    if (words === undefined) throw new Error('the words have not been loaded');
    return words;
  };
}

/** Whether all words of a language are there that the modules of this page ask for. */
export const isLoaded = (language: Language): boolean => [...kinds].every((kind) => kind.has(language));

/** Loads the words of a language. @throws where a file of them is not there */
export async function load(language: Language): Promise<void> {
  // A part of the page that comes meanwhile asks for more.
  while (!isLoaded(language))
    await Promise.all([...kinds].filter((kind) => !kind.has(language)).map((kind) => kind.load(language)));
}

/** Loads what a part of the page asks for that has just come. @throws where a file of words is not there */
export async function loadMore(): Promise<void> {
  for (let language = spoken.peek(); language && !isLoaded(language); language = spoken.peek())
    await load(language);
}

/** Shows the page in a language whose words are there. */
export function speakIn(language: Language): void {
  spoken.value = language;
}
