import { join, relative } from 'node:path';
import { defineConfig } from 'vitest/config';
import { OFF, without } from './guard.ts';
import { GUARDS } from './list.ts';

const ROOT = join(import.meta.dirname, '../..');
const off = new Set(process.env[OFF]?.split('\n'));

/** The unit tests as they are, over code that guards are taken out of before it is compiled. */
export default defineConfig({
  root: ROOT,
  // A cache would take what was compiled with a guard for what is compiled without it.
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    fsModuleCache: false,
  },
  plugins: [
    {
      name: 'guards',
      enforce: 'pre',
      transform: (code, id) => without(GUARDS, off, relative(ROOT, id).replaceAll('\\', '/'), code),
    },
  ],
});
