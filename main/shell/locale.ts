import { app } from 'electron';
import { WORDS, type Words } from '../../words/index.ts';
import { languageOf } from '../../words/language.ts';
import type { Locale } from '../app/ports.ts';

/** Times are written as the system writes them; a system without a locale of its own counts to 24. */
function times(): string {
  const { LC_ALL, LC_TIME, LANG } = process.env;
  const unix = LC_ALL || LC_TIME || LANG || 'C';
  if (process.platform === 'linux' && /^(C|POSIX)(\.|$)/.test(unix)) return 'en-GB';
  return app.getSystemLocale() || 'en-GB';
}

/** The languages that the system prefers; `--lang` comes first (INTERFACE.md). */
function languages(): readonly string[] {
  const given = app.commandLine.getSwitchValue('lang');
  return given ? [given, ...app.getPreferredSystemLanguages()] : app.getPreferredSystemLanguages();
}

export const electronLocale: Locale = { times, languages };

/** The words in the system's language, where the settings have not been read. */
export const wordsHere = (): Words => WORDS[languageOf(languages())];
