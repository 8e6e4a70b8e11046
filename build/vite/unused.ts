import { join } from 'node:path';
import type { LeftOut } from './left-out.ts';

/**
 * A third of main's code, by libraries that have more to them than is used here, and what stands for it.
 * @param folder of this file
 */
export function unused(folder: string): LeftOut {
  const at = (name: string) => join(folder, name);
  return [
    [/^ajv(-formats|\/dist\/2020\.js)$/, /\/conf\//, at('no-validator.ts')],
    [/^semver$/, /\/conf\//, at('no-migrations.ts')],
    [/\/(Bitbucket|GitLab|Keygen|(Private)?GitHub)Provider$/, /\/electron-updater\//, at('no-other-feed.ts')],
    [/^sax$/, /\/builder-util-runtime\//, at('no-other-feed.ts')],
    [/^fs-extra$/, /\/electron-updater\//, at('updater/files.ts')],
    [/^lodash\.isequal$/, /\/electron-updater\//, at('updater/is-equal.cjs')],
    [
      /^\.\/(differentialDownloader\/\w+|PacmanUpdater)$/,
      /\/electron-updater\/out\/\w+\.js$/,
      at('updater/no-parts.ts'),
    ],
    [/^debug$/, /\/builder-util-runtime\//, at('updater/quiet.ts')],
    [/^\.\/lib\/dumper$/, /\/js-yaml\/index\.js$/, at('updater/no-yaml-writer.ts')],
    [
      /^\.\/(ranges\/.+|classes\/(range|comparator)|functions\/(satisfies|coerce|cmp|inc|diff))$/,
      /\/electron-updater\/node_modules\/semver\/index\.js$/,
      at('updater/no-ranges.ts'),
    ],
  ];
}
