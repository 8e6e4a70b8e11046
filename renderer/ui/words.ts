import type { PageWords } from '../../words/index.ts';
import { wordsOf } from './language.ts';

/**
 * The words of the windows in the language in force. Call it where they are drawn: kept ones would stay in the language before.
 * What the popup draws first has words of its own, see first-words.ts.
 */
export const t = wordsOf<PageWords>({
  en: async () => ({
    ...(await import('../../words/en-first.ts')).first,
    ...(await import('../../words/en-later.ts')).later,
  }),
  es: async () => ({
    ...(await import('../../words/es-first.ts')).first,
    ...(await import('../../words/es-later.ts')).later,
  }),
  fr: async () => ({
    ...(await import('../../words/fr-first.ts')).first,
    ...(await import('../../words/fr-later.ts')).later,
  }),
});
