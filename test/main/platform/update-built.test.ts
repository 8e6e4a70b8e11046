import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
// Within the project, so that what stays outside of the bundle is found.
const OUT = join(ROOT, `node_modules/.cache/update-built-${process.pid}`);

/** electron-updater as the app's build bundles it, with what it does not use left out. */
const built = vi.hoisted(() => {
  let bundle: Promise<object> | null = null;
  return (make: () => Promise<object>) => {
    bundle ??= make();
    return bundle;
  };
});

async function make(): Promise<object> {
  const { build } = await import('vite');
  const { leftOut } = await import('../../../build/vite/left-out.ts');
  const { unused } = await import('../../../build/vite/unused.ts');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    plugins: [leftOut(unused(join(ROOT, 'build/vite')))],
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(ROOT, 'test/main/platform/update-built-entry.ts'),
      outDir: OUT,
      rolldownOptions: { output: { entryFileNames: 'built.mjs' } },
    },
  });
  return import(pathToFileURL(join(OUT, 'built.mjs')).href);
}

vi.mock('electron-updater', () => built(make));
vi.mock('builder-util-runtime', () => built(make));
afterAll(() => rmSync(OUT, { recursive: true, force: true }));

await import('./update-loader.test.ts');
