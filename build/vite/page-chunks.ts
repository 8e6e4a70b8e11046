import { join } from 'node:path';

/** The popup's page, and the parts of which one is loaded before it is painted. */
const ROOTS = ['index.tsx', 'visit-page.tsx', 'check-in-form.tsx', 'sign-in-pages.ts'];

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/** All modules that are imported by these, and by their imports, before they run. */
function withImports(
  ids: readonly string[],
  modules: Modules,
  known = new Set<string>(),
): ReadonlySet<string> {
  for (const id of ids) {
    if (known.has(id)) continue;
    known.add(id);
    withImports([...(modules.getModuleInfo(id)?.importedIds ?? [])], modules, known);
  }
  return known;
}

/**
 * Names the chunk of the modules that the popup's first paint needs, where something else needs them as well: they are one
 * file, as each file is a request.
 * @param root the project's folder
 */
export function firstChunk(root: string): (id: string, modules: Modules) => string | null {
  let first: ReadonlySet<string> | null = null;
  return (id, modules) => {
    first ??= withImports(
      ROOTS.map((name) => join(root, 'renderer/popup', name)),
      modules,
    );
    // The styles come with it, rather than in a file of nothing else.
    return first.has(id) || id.endsWith('.css') ? 'first' : null;
  };
}
