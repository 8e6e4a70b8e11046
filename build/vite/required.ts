import type { Plugin } from 'vite';

const MARK = '\0required:';

/**
 * Has the native packages loaded by `require` where the source imports them. Imported, a package of CommonJS is first read
 * by Node's lexer for it, whose WebAssembly is compiled for that: 5 MB that stay (Electron 33).
 *
 * @param names each package's exports that are used
 */
export const required = (names: Readonly<Record<string, readonly string[]>>): Plugin => ({
  name: 'required',
  enforce: 'pre',
  resolveId: (id) => (id in names ? MARK + id : null),
  load: (id) => {
    if (!id.startsWith(MARK)) return null;
    const name = id.slice(MARK.length);
    return [
      `import { createRequire } from 'node:module';`,
      `const required = createRequire(import.meta.url)(${JSON.stringify(name)});`,
      ...(names[name] ?? []).map((each) => `export const ${each} = required.${each};`),
      'export default required;',
    ].join('\n');
  },
});
