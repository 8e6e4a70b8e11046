import { app, systemPreferences } from 'electron';
import { EARLY_WORDS, type EarlyWords } from '../../words/early.ts';
import { isSpoken, languageOf } from '../../words/language.ts';
import { keptLanguage } from '../storage/kept-language.ts';
import { languageOfChoice, type SystemLocale, systemTimes } from '../views/language.ts';

/** The language of the command line (INTERFACE.md, `--lang`); empty where none was given. */
const givenLanguage = (): string => app.commandLine.getSwitchValue('lang');

/** The language of the command line, where there are no words for it. */
export function unknownLanguage(): string | null {
  const given = givenLanguage();
  return given && !isSpoken(given) ? given : null;
}

export const electronLocale: SystemLocale = {
  times: () =>
    systemTimes(process.platform, process.env, {
      tag: () => app.getSystemLocale(),
      forcesHours: (hours) =>
        systemPreferences.getUserDefault(`AppleICUForce${hours}HourTime`, 'boolean') === true,
    }),
  languages: () => [givenLanguage(), ...app.getPreferredSystemLanguages()].filter((tag) => tag !== ''),
};

/** The words in the system's language, where nothing may be read yet. */
export const wordsHere = (): EarlyWords => EARLY_WORDS[languageOf(electronLocale.languages())];

/** The words in the language that was chosen, where the settings are not open yet. */
export const wordsKept = (): EarlyWords =>
  EARLY_WORDS[languageOfChoice(keptLanguage(app.getPath('userData'), process.env), electronLocale)];
