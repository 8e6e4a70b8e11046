import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { drawnIcons } from './build/icons/draw.ts';
import { uninstaller } from './build/nsis/uninstall.ts';
import { knownHere } from './build/vite/known-here.ts';
import { leftOut } from './build/vite/left-out.ts';
import { oneByte } from './build/vite/one-byte.ts';
import { required } from './build/vite/required.ts';
import { pageFiles, wordsOfPages } from './build/vite/shared-words.ts';
import { smallPreloads } from './build/vite/small-preloads.ts';
import { unused } from './build/vite/unused.ts';
import { COMMANDS } from './preload/commands.ts';

// Built for the floor: electron-vite would take its target from the installed package.
process.env.ELECTRON_MAJOR_VER ??= '33';

const at = (path: string) => resolve(import.meta.dirname, path);

/** The native packages, with what is used of each. */
const NATIVE = { '@photostructure/sqlite': ['backup', 'DatabaseSync'], keytar: [] };

/**
 * Three builds into `out/`. What stays a `dependency` in package.json (the native modules) is loaded at run time,
 * everything else is bundled: start-up reads a few files. `ELECTRON_MAJOR_VER` in the environment sets the target.
 */
export default defineConfig({
  main: {
    plugins: [
      drawnIcons(at('build/icons')),
      leftOut(unused(at('build/vite'))),
      required(NATIVE),
      wordsOfPages,
      knownHere,
      oneByte,
      uninstaller,
    ],
    build: {
      externalizeDeps: { exclude: Object.keys(NATIVE) },
      minify: true,
      rolldownOptions: {
        input: {
          index: at('main/index.ts'),
          'examine-worker': at('main/storage/examine-worker.ts'),
        },
        // Beside the entry: pages, preload and pictures are found from where the code lies.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [oneByte],
    // The names alone: the schemas are for main.
    define: { COMMAND_NAMES: JSON.stringify(Object.keys(COMMANDS)) },
    // A sandboxed preload is CommonJS, in one file.
    build: {
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: { index: at('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [smallPreloads, oneByte],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      rolldownOptions: {
        input: {
          popup: at('renderer/popup/index.html'),
          settings: at('renderer/settings/index.html'),
          timesheet: at('renderer/timesheet/index.html'),
          prompts: at('renderer/prompts/index.html'),
          strip: at('renderer/strip/index.html'),
        },
        output: pageFiles(at('.')),
      },
    },
  },
});
