import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES } from '../../words/language.ts';
import { firstChunks } from './page-chunks.ts';

/** The words of a language in the pages' build: those that the popup draws first, of the sign-in, and of all other pages. */
const PARTS = ['first', 'sign-in', 'later'] as const;

const NAMED = new RegExp(`[\\\\/]words[\\\\/]((${LANGUAGES.join('|')})-(${PARTS.join('|')}))\\.ts$`);
/** All that words of every language are made with: what the first ones need, and the others. */
const NEEDED =
  /[\\/]words[\\/](language|numbers|\w\w-(numbers|times))\.ts$|[\\/]main[\\/]visit[\\/]numbers\.ts$/;
const NEEDED_LATER = /[\\/]words[\\/](notes|phone-line|quotes|shortcut)\.ts$/;

/** Where the chunks of the pages lie: words by names that main's build knows, and what they need apart from what needs a page. */
export const pageFiles = (root: string) => ({
  chunkFileNames: ({ facadeModuleId }: { readonly facadeModuleId: string | null }): string => {
    const [, name] = NAMED.exec(facadeModuleId ?? '') ?? [];
    return name === undefined ? 'assets/[name]-[hash].js' : `words/${name}.js`;
  },
  codeSplitting: {
    groups: [
      { name: 'words', test: NEEDED, priority: 2 },
      { name: 'later-words', test: NEEDED_LATER, priority: 2 },
      { name: firstChunks(root), debugName: 'first', minShareCount: 2, priority: 1 },
    ],
  },
});

/** Has main load the words of the pages from their build, rather than from a copy of its own: 155 kB. */
export const wordsOfPages: Plugin = {
  name: 'words-of-pages',
  enforce: 'pre',
  resolveId: {
    filter: { id: /\/[\w-]+\.ts$/ },
    handler: (id, importer = '') => {
      const [, name] = NAMED.exec(resolve(dirname(importer), id)) ?? [];
      return name === undefined ? null : { id: `../renderer/words/${name}.js`, external: true };
    },
  },
};
