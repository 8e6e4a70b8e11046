import { posix } from 'node:path';
import { parseSync } from 'vite';

/** Source files by their path from the project's root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

/** One import, export-from or dynamic import. `file` is set when it names a file of the project. */
export type Import = { specifier: string; file: string | undefined };

/** An import that cannot be told from the source, described in words. */
export type Unclear = { problem: string };

/**
 * Lists what a file imports. Asset queries (`./icon.png?asset`) are cut off.
 *
 * @returns imports in their order, and what keeps the list from being complete
 */
export function importsOf(path: string, source: string): { imports: Import[]; unclear: Unclear[] } {
  const { module, errors } = parseSync(path, source);
  const unclear = errors.map(({ message }) => ({ problem: `does not parse: ${message}` }));
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.map((entry) => entry.moduleRequest?.value)),
  ];
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^(['"`])([^'"`$]+)\1$/.exec(source.slice(moduleRequest.start, moduleRequest.end));
    if (literal === null) unclear.push({ problem: 'imports a path made at run time: name it in full' });
    else named.push(literal[2]);
  }
  if ((source.match(/\bimport\s*\(\s*['"`]/g) ?? []).length > module.dynamicImports.length) {
    unclear.push({ problem: 'imports a type in place: use import type' });
  }
  if (/\brequire\s*\(|\bcreateRequire\b/.test(source)) unclear.push({ problem: 'uses require: use import' });
  const specifiers = new Set(named.filter((specifier) => specifier !== undefined));
  return { imports: [...specifiers].map((specifier) => resolve(path, specifier)), unclear };
}

function resolve(from: string, specifier: string): Import {
  if (!specifier.startsWith('.')) return { specifier, file: undefined };
  const [bare = specifier] = specifier.split('?');
  return { specifier, file: posix.join(posix.dirname(from), bare) };
}
