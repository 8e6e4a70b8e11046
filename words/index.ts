import { en } from './en.ts';
import type { first } from './en-first.ts';
import type { later } from './en-later.ts';
import type { signIn } from './en-sign-in.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Language } from './language.ts';
import type { Shape } from './shape.ts';

/** Every word that people read: each language is one object of this shape. */
export type Words = Shape<typeof en>;

/** The words that the popup draws first. */
export type FirstWords = Shape<typeof first>;

/** Those with the words of the sign-in. */
export type SignInWords = FirstWords & Shape<typeof signIn>;

/** Every word of the windows. */
export type PageWords = FirstWords & Shape<typeof later>;

/** The words of a language. */
export const WORDS: Readonly<Record<Language, Words>> = { en, es, fr };
