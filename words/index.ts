import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Language } from './language.ts';
import type { Shape } from './shape.ts';

/** Every word that people read: each language is one object of this shape. */
export type Words = Shape<typeof en>;

/** The words of a language. */
export const WORDS: Readonly<Record<Language, Words>> = { en, es, fr };
