import { en } from './en.ts';
import type { Language } from './language.ts';

/** Every word that people read: each language is one object of this shape. */
export type Words = typeof en;

/** The words of a language. */
export const WORDS: Readonly<Record<Language, Words>> = { en };
