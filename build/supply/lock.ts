import * as v from 'valibot';

const Locked = v.object({
  version: v.optional(v.string()),
  integrity: v.optional(v.string()),
  link: v.optional(v.boolean()),
  hasInstallScript: v.optional(v.boolean()),
});
const Lock = v.object({ packages: v.record(v.string(), Locked) });
const Project = v.object({ allowScripts: v.record(v.string(), v.boolean()) });

const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/** The package's name at a place in node_modules. */
const nameAt = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * Finds what is wrong with a lockfile: an entry whose contents nothing vouches for, or a package with an install script that
 * was not decided about.
 *
 * @param lockText package-lock.json
 * @param projectText package.json; its `allowScripts` names every package that has an install script, and says whether
 *   that runs
 * @throws when one of them is not what npm writes
 */
export function lockFaults(lockText: string, projectText: string): string[] {
  const { packages } = v.parse(Lock, JSON.parse(lockText));
  const { allowScripts } = v.parse(Project, JSON.parse(projectText));
  const installed = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);
  const unsure = installed
    .filter(([, { integrity }]) => !SHA512.test(integrity ?? ''))
    .map(([path]) => `${path} has no sha512 integrity in package-lock.json`);
  const scripted = new Set(
    installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameAt(path)),
  );
  const undecided = [...scripted]
    .filter((name) => !(name in allowScripts))
    .map((name) => `${name} has an install script that allowScripts in package.json says nothing of`);
  const idle = Object.keys(allowScripts)
    .filter((name) => !scripted.has(name))
    .map((name) => `${name} is named in allowScripts and has no install script`);
  return [...unsure, ...undecided, ...idle];
}
