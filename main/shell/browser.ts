import { shell } from 'electron';
import type { Browser } from '../account/parts.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { wordsInForce } from '../views/words-in-force.ts';
import { electronLocale } from './locale.ts';

/** The system's browser; our pages there speak the language in force. */
export const systemBrowser = (settings: SettingsStore): Browser => ({
  open: (url) => shell.openExternal(url),
  words: (what) => wordsInForce(settings, electronLocale).browserPage[what],
});
