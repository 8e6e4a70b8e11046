import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hostNode, npm, projectNode, root, SetupProblem, say, tail } from './run.mjs';

/** The files that the install scripts of the allowed packages make. */
const made = [projectNode, join(root, 'node_modules/keytar/build/Release/keytar.node')];

/**
 * Puts the packages of the lockfile in place, and runs the install scripts that package.json's `allowScripts` allows:
 * those alone, with every npm, whether it knows that field or not.
 *
 * @throws {SetupProblem} when npm fails
 */
export async function ensurePackages() {
  if (!matchesLockfile()) {
    say('installing packages (once per change of the lockfile)');
    await must(
      'npm ci',
      await npm('npm ci', ['ci', '--ignore-scripts']),
      'nothing of node_modules is certain.',
    );
  }
  if (made.every((file) => existsSync(file))) return;
  say('building native packages');
  for (const name of allowed()) {
    const rebuilt = await npm(`building ${name}`, ['rebuild', name], environment());
    await must(`npm rebuild ${name}`, rebuilt, 'the packages themselves.');
  }
}

/**
 * @param {string} command
 * @param {{ code: number, output: string }} result
 * @param {string} kept
 */
async function must(command, { code, output }, kept) {
  if (code === 0) return;
  throw new SetupProblem(
    `\`${command}\` failed:\n${tail(output)}`,
    kept,
    'check that npm reaches its registry and that a C++ compiler, python3 and libsecret-1-dev are there, then run it again.',
  );
}

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} Locked */

/** @returns {boolean} whether node_modules holds what package-lock.json names, by npm's own record of it */
function matchesLockfile() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const locked = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(record);
  const differs = Object.entries(locked).some(([path, { version, optional }]) => {
    if (path === '') return false;
    const present = installed[path];
    return present === undefined ? !optional : present.version !== version;
  });
  return !differs && Object.keys(installed).every((path) => path in locked);
}

/** @param {string} file @returns {Record<string, Locked>} */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** @returns {string[]} packages that may run an install script, `node` first: the others may need its headers */
function allowed() {
  /** @type {Record<string, boolean>} */
  const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).allowScripts;
  const names = Object.keys(scripts).filter((name) => scripts[name]);
  return names.sort((a, b) => Number(b === 'node') - Number(a === 'node'));
}

/**
 * The version of Node-API that keytar's own prebuilt ones ask for. Left out, it is the newest that this Node has: made by
 * Node 24 it asks for the tenth, and Electron 33, which has the ninth, ends at the first call of the keychain.
 */
const NODE_API = { npm_config_napi_build_version: '3' };

/** Node's headers lie beside most Nodes; named here, node-gyp does not download them. */
function environment() {
  const beside = [
    dirname(dirname(realpathSync(hostNode()))),
    join(root, `node_modules/node/node_modules/node-${process.platform}-${process.arch}`),
  ];
  const prefix = beside.find((directory) => existsSync(join(directory, 'include/node/node_api.h')));
  return { ...process.env, ...NODE_API, ...(prefix !== undefined && { npm_config_nodedir: prefix }) };
}
