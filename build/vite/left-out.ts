import type { Plugin } from 'vite';

/** Modules that are not bundled: as they are imported, from where, and the module that stands for them. */
export type LeftOut = readonly (readonly [id: RegExp, from: RegExp, instead: string])[];

/** Leaves modules of libraries out of the bundle that nothing here has a use for: what stands for one throws when called. */
export const leftOut = (modules: LeftOut): Plugin => ({
  name: 'left-out',
  enforce: 'pre',
  resolveId: (id, importer = '') =>
    modules.find(([named, from]) => named.test(id) && from.test(importer.replaceAll('\\', '/')))?.[2] ?? null,
});
