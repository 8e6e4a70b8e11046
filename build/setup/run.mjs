import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** The project's root directory. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * The Node 24 that the npm package `node` brings, which tools and TypeScript files run on.
 */
export const projectNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Something set-up could not do, in words for a person. */
export class SetupProblem extends Error {
  /**
   * @param {string} what what happened
   * @param {string} kept what is still as it was
   * @param {string} todo what to do about it
   */
  constructor(what, kept, todo) {
    super(`${what}\n  Kept: ${kept}\n  To do: ${todo}`);
  }
}

/** @param {string} text one line of progress */
export function say(text) {
  process.stdout.write(`set-up: ${text}\n`);
}

/**
 * Runs a command to its end, says what it does when that takes long, and keeps its output for the case that it fails.
 *
 * @param {string} doing plain words for what it does
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} exit code (127 when it could not be started) and its output
 */
export function run(doing, command, args, options = {}) {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const stillAtIt = setInterval(
      () => say(`${doing}: still at it (${Math.round((Date.now() - started) / 1000)} s)`),
      15_000,
    );
    const end = (/** @type {number} */ code) => {
      clearInterval(stillAtIt);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** @param {string} output @returns {string} its last lines without stack frames, indented, for an error text */
export function tail(output) {
  return stripVTControlCharacters(output)
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(-20)
    .map((line) => `    ${line}`)
    .join('\n');
}

/**
 * Runs npm with the Node that npm itself came with: the project's own Node may be missing while packages are put in place.
 *
 * @param {string} doing plain words for what it does
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function npm(doing, args, env = process.env) {
  const cli = process.env.npm_execpath ?? '';
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund'];
  if (cli.endsWith('npm-cli.js')) return run(doing, hostNode(), [cli, ...args, ...quiet], { env });
  return run(doing, 'npm', [...args, ...quiet], { env, shell: process.platform === 'win32' });
}

/** @returns {string} the Node that npm runs on */
export function hostNode() {
  return process.env.npm_node_execpath ?? process.execPath;
}
