import { desktop as desktopEn } from './en-desktop.ts';
import { start as startEn } from './en-start.ts';
import { desktop as desktopEs } from './es-desktop.ts';
import { start as startEs } from './es-start.ts';
import { desktop as desktopFr } from './fr-desktop.ts';
import { start as startFr } from './fr-start.ts';
import type { Language } from './language.ts';
import type { Shape } from './shape.ts';

/** The words of the tray, and of a start that fails: all that is read before anything else is there. */
export type EarlyWords = Shape<typeof startEn & typeof desktopEn>;

/** The early words of a language, the same objects as in `WORDS`. */
export const EARLY_WORDS: Readonly<Record<Language, EarlyWords>> = {
  en: { ...startEn, ...desktopEn },
  es: { ...startEs, ...desktopEs },
  fr: { ...startFr, ...desktopFr },
};
