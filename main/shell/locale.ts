import { app, systemPreferences } from 'electron';
import { WORDS, type Words } from '../../words/index.ts';
import { isSpoken, languageOf } from '../../words/language.ts';
import { keptLanguage } from '../storage/kept-language.ts';
import { languageOfChoice, type SystemLocale, tagOfUnix } from '../views/language.ts';

/** macOS counts to 12 or 24 by a switch of its own, whatever its language. */
function withMacClock(tag: string): string {
  const isForced = (to: '12' | '24') =>
    systemPreferences.getUserDefault(`AppleICUForce${to}HourTime`, 'boolean') === true;
  if (isForced('24')) return new Intl.Locale(tag, { hourCycle: 'h23' }).toString();
  return isForced('12') ? new Intl.Locale(tag, { hourCycle: 'h12' }).toString() : tag;
}

/** Times are written as the system writes them; a system without a locale of its own counts to 24. */
function times(): string {
  const { LC_ALL, LC_TIME, LANG } = process.env;
  if (process.platform === 'linux') return tagOfUnix(LC_ALL || LC_TIME || LANG || 'C') ?? 'en-GB';
  const tag = app.getSystemLocale() || 'en-GB';
  return process.platform === 'darwin' ? withMacClock(tag) : tag;
}

/** The language of the command line (INTERFACE.md, `--lang`); empty where none was given. */
const givenLanguage = (): string => app.commandLine.getSwitchValue('lang');

/** The language of the command line, where there are no words for it. */
export function unknownLanguage(): string | null {
  const given = givenLanguage();
  return given && !isSpoken(given) ? given : null;
}

/** The languages that the system prefers; `--lang` comes first. */
function languages(): readonly string[] {
  const given = givenLanguage();
  return given ? [given, ...app.getPreferredSystemLanguages()] : app.getPreferredSystemLanguages();
}

export const electronLocale: SystemLocale = { times, languages };

/** The words in the system's language, where nothing may be read yet. */
export const wordsHere = (): Words => WORDS[languageOf(languages())];

/** The words in the language that was chosen, where no app runs that has read the settings. */
export const wordsKept = (): Words =>
  WORDS[languageOfChoice(keptLanguage(app.getPath('userData'), process.env), electronLocale)];
