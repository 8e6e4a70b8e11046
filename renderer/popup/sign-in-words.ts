import type { SignInWords } from '../../words/index.ts';
import { wordsOf } from '../ui/language.ts';

/** The popup's first words with those of the sign-in, in the language in force, see first-words.ts. */
export const t = wordsOf<SignInWords>({
  en: async () => ({
    ...(await import('../../words/en-first.ts')).first,
    ...(await import('../../words/en-sign-in.ts')).signIn,
  }),
  es: async () => ({
    ...(await import('../../words/es-first.ts')).first,
    ...(await import('../../words/es-sign-in.ts')).signIn,
  }),
  fr: async () => ({
    ...(await import('../../words/fr-first.ts')).first,
    ...(await import('../../words/fr-sign-in.ts')).signIn,
  }),
});
