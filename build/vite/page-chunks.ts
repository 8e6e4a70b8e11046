import { parse } from 'node:path';

/** The popup's page, and the parts that are loaded before it is painted on site and at rest. */
const PAGE = 'index.tsx';
const PARTS = ['visit-page.tsx', 'check-in-form.tsx'];

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
 * Names the chunks of the modules that the popup's first paint needs, where something else needs them as well: one for all that
 * every part needs, and one for each part, as each file is a request.
 * @param root the project's folder
 */
export function firstChunks(root: string): (id: string, modules: Modules) => string | null {
  // Vite names modules by slashes on every system.
  const folder = `${root.replaceAll('\\', '/')}/renderer/popup`;
  const reached = (name: string, modules: Modules) => withImports([`${folder}/${name}`], modules);
  let known: { readonly page: ReadonlySet<string>; readonly parts: readonly ReadonlySet<string>[] } | null =
    null;
  return (id, modules) => {
    known ??= { page: reached(PAGE, modules), parts: PARTS.map((name) => reached(name, modules)) };
    const parts = PARTS.filter((_, index) => known?.parts[index]?.has(id));
    // The styles come with it, rather than in a file of nothing else.
    if (known.page.has(id) || parts.length > 1 || id.endsWith('.css')) return 'first';
    return parts[0] ? `with-${parse(parts[0]).name}` : null;
  };
}
