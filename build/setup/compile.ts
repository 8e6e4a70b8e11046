import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectNode, root, run, SetupProblem, say, tail } from './run.mjs';

const sources = ['main', 'preload', 'renderer', 'words', 'build/icons'];
const configuration = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const entry = join(root, 'out/main/index.js');
const stamp = join(root, 'out/.compiled');

/**
 * Compiles the app into `out/` when a source or the configuration changed since, or when `out/` was written by another program.
 *
 * @throws SetupProblem with the compiler's words
 */
export async function compile(): Promise<void> {
  if (!existsSync(join(root, 'main/index.ts'))) {
    say('there is no main/index.ts yet: nothing is compiled');
    return;
  }
  const before = await hashSources();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === (await stampText(before))) return;
  say('compiling the app');
  const viteCli = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const env = { ...process.env, NO_COLOR: '1' };
  const built = await run('compiling', projectNode, [viteCli, 'build', '--logLevel', 'warn'], { env });
  if (built.code !== 0) {
    throw new SetupProblem(
      `The app does not compile:\n${tail(built.output)}`,
      'packages and Electron; what lies in out/ may be half new.',
      'mend the source named above and run it again.',
    );
  }
  await writeFile(`${stamp}.tmp-${process.pid}`, await stampText(before));
  await rename(`${stamp}.tmp-${process.pid}`, stamp);
}

/** Ties the sources to this very output: `npm run build` writes a newer one under the same name. */
async function stampText(hash: string): Promise<string> {
  const written = await stat(entry).catch(() => undefined);
  return `${hash} ${written?.mtimeMs ?? 'missing'}\n`;
}

async function hashSources(): Promise<string> {
  const listings = await Promise.all(
    sources.map(async (directory) => {
      const entries = await readdir(join(root, directory), { recursive: true, withFileTypes: true });
      return entries.filter((found) => found.isFile()).map((found) => join(found.parentPath, found.name));
    }),
  );
  const files = [...listings.flat(), ...configuration.map((name) => join(root, name))].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(await readFile(file).catch(() => ''));
  return hash.digest('hex');
}
