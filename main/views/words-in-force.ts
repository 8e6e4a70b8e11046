import { WORDS, type Words } from '../../words/index.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { languageInForce, type SystemLocale } from './language.ts';

/** The words of the language in force. */
export const wordsInForce = (
  settings: Pick<SettingsStore, 'get'>,
  system: Pick<SystemLocale, 'languages'>,
): Words => WORDS[languageInForce(settings, system)];
