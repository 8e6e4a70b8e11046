import type { FirstWords } from '../../words/index.ts';
import { wordsOf } from './language.ts';

/**
 * The words of the popup's first paint alone, in the language in force. Call it where they are drawn: kept ones would stay in
 * the language before.
 */
export const t = wordsOf<FirstWords>({
  en: async () => (await import('../../words/en-first.ts')).first,
  es: async () => (await import('../../words/es-first.ts')).first,
  fr: async () => (await import('../../words/fr-first.ts')).first,
});
