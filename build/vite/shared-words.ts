import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES } from '../../words/language.ts';

const LANGUAGE = new RegExp(`[\\\\/]words[\\\\/](${LANGUAGES.join('|')})\\.ts$`);
/** All that words of every language are made with. */
const NEEDED =
  /[\\/]words[\\/](language|notes|numbers|phone-line|quotes|shortcut)\.ts$|[\\/]main[\\/]visit[\\/]numbers\.ts$/;

/** The words of a language lie in one file, for main and pages: by this name, from the folder of the pages. */
const fileOf = (language: string): string => `words/${language}.js`;

/** Where the chunks of the pages lie: words by names that main's build knows, and what they need apart from what needs a page. */
export const WORDS_FILES = {
  chunkFileNames: ({ facadeModuleId }: { readonly facadeModuleId: string | null }): string => {
    const [, language] = LANGUAGE.exec(facadeModuleId ?? '') ?? [];
    return language === undefined ? 'assets/[name]-[hash].js' : fileOf(language);
  },
  codeSplitting: { groups: [{ name: 'words', test: NEEDED }] },
};

/** Has main load the words of each language from the pages' build, rather than from a copy of its own: 164 kB. */
export const wordsOfPages: Plugin = {
  name: 'words-of-pages',
  enforce: 'pre',
  resolveId: {
    filter: { id: /\/\w+\.ts$/ },
    handler: (id, importer = '') => {
      const [, language] = LANGUAGE.exec(resolve(dirname(importer), id)) ?? [];
      return language === undefined ? null : { id: `../renderer/${fileOf(language)}`, external: true };
    },
  },
};
