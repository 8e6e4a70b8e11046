import type { Plugin } from 'vite';

const ASKED = [
  /(?<=export const supportsRequestStreams = )\(\(\) => \{.*?\n\}\)\(\)(?=;)/s,
  /(?<=export const supportsFormData = )[^;]+(?=;)/,
];

/**
 * Answers what ky asks its platform as it is loaded: Electron has both. Asked there, all of Node's `fetch` is loaded before the
 * tray, which the first window or request needs.
 */
export const knownHere: Plugin = {
  name: 'known-here',
  transform: {
    filter: { id: /[\\/]ky[\\/]distribution[\\/]core[\\/]constants\.js$/ },
    handler: (code) => {
      for (const question of ASKED)
        if (!question.test(code)) throw new Error(`ky asks no ${question}: see known-here.ts`);
      return ASKED.reduce((answered, question) => answered.replace(question, 'true'), code);
    },
  },
};
