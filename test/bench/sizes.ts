import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { pageFiles, wordsOfPages } from '../../build/vite/shared-words.ts';
import { smallPreloads } from '../../build/vite/small-preloads.ts';
import { LANGUAGES } from '../../words/language.ts';
import { ROOT } from './apps.ts';

/** Bytes of JavaScript, by what they are for. */
export interface Sizes {
  /** Our own source alone, minified. */
  readonly own: number;
  /** All that is shipped: main, preload and pages, with the libraries in them. */
  readonly bundled: number;
  /** Loaded before the icon is in the tray. */
  readonly beforeTray: number;
  /** Loaded by the popup before it is painted, on site or at rest. */
  readonly popup: number;
}

/** The most that each may be, bytes. */
export const SIZE_LIMITS: Sizes = { own: 350_000, bundled: 750_000, beforeTray: 300_000, popup: 60_000 };
/** All that is shipped beside Electron: the archive and what lies beside it, bytes. */
export const SHIPPED_LIMIT = 3_500_000;

const OUT = join(ROOT, 'out');

const scripts = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.c?js$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

const sizeOf = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0);

/** A script with all that it imports before it runs. */
function withImports(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file) || !existsSync(file)) return known;
  known.add(file);
  for (const [, , path = ''] of readFileSync(file, 'utf8').matchAll(
    /(\bfrom|^import|;import)\s*["'](\.[^"']+)["']/g,
  ))
    withImports(join(file, '..', path), known);
  return known;
}

/** The scripts that a page names, with their imports. */
function ofPage(name: string): readonly string[] {
  const html = readFileSync(join(OUT, `renderer/${name}/index.html`), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\.\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
  return [...new Set(named.flatMap((path) => [...withImports(join(OUT, 'renderer', path))]))];
}

/** The parts of the popup of which one is loaded before it is painted, see renderer/popup/parts.ts. */
const FIRST_PARTS = ['visit-page', 'check-in-form'];

/** The popup's scripts before it is painted on site or at rest, with its first words in one language: the largest of them. */
function popupSize(): number {
  const assets = scripts(join(OUT, 'renderer/assets'));
  const page = ofPage('popup');
  const sizes = FIRST_PARTS.flatMap((name) => {
    const part = assets.find((file) => basename(file).startsWith(`${name}-`));
    if (part === undefined) throw new Error(`There is no chunk ${name}: see build/vite/page-chunks.ts.`);
    return LANGUAGES.map((language) => {
      const words = join(OUT, `renderer/words/${language}-first.js`);
      return sizeOf([...new Set([...page, ...withImports(part), ...withImports(words)])]);
    });
  });
  return Math.max(...sizes);
}

/** Our modules alone: every library stays outside. Words are counted once, as they are shipped. */
async function ownSize(): Promise<number> {
  const pages = ['popup', 'settings', 'timesheet', 'prompts'];
  const inputs = [
    { root: ROOT, ssr: true, input: [join(ROOT, 'main/index.ts')] },
    {
      root: join(ROOT, 'renderer'),
      ssr: false,
      input: pages.map((page) => join(ROOT, `renderer/${page}/index.html`)),
    },
  ];
  let sum = 0;
  for (const { root, ssr, input } of inputs) {
    const made = await build({
      configFile: false,
      root,
      logLevel: 'silent',
      plugins: [ssr ? wordsOfPages : smallPreloads],
      build: {
        write: false,
        minify: true,
        ssr,
        target: 'node20',
        rolldownOptions: {
          input,
          external: (id) => !/^[./]/.test(id) && !id.startsWith(ROOT),
          output: ssr ? {} : pageFiles(ROOT),
        },
      },
    });
    const outputs = [made].flat().filter((each): each is Rolldown.RolldownOutput => 'output' in each);
    for (const chunk of outputs.flatMap(({ output }) => output))
      if (chunk.type === 'chunk') sum += Buffer.byteLength(chunk.code);
  }
  return sum;
}

/** Of what is compiled in `out/`. */
export async function measureSizes(): Promise<Sizes> {
  return {
    own: await ownSize(),
    bundled: sizeOf(scripts(OUT)),
    beforeTray: sizeOf([...withImports(join(OUT, 'main/index.js'))]),
    popup: popupSize(),
  };
}

/** @returns bytes that a package holds beside Electron's own files */
export function shippedSize(resources: string): number {
  const files = readdirSync(resources, { recursive: true, withFileTypes: true }).filter(
    (entry) =>
      entry.isFile() && (entry.name === 'app.asar' || entry.parentPath.includes('app.asar.unpacked')),
  );
  return sizeOf(files.map((entry) => join(entry.parentPath, entry.name)));
}
