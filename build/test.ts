// Every test: unit and property tests, then the app in a real desktop session. Arguments filter by file name.
import { globSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runAll } from '../test/faults/kill/run-all.ts';
import { compile } from './setup/compile.ts';
import { root, run, SetupProblem, tail } from './setup/run.mjs';
import { type Count, countPlaywright, countVitest } from './test/count.ts';
import { runThrough } from './test/run-through.ts';

const filters = process.argv.slice(2);
const results = join(root, 'test-results');

async function unitTests(): Promise<Count> {
  const report = join(results, 'vitest.json');
  const cli = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runThrough(process.execPath, [
    cli,
    'run',
    '--passWithNoTests',
    ...reporters,
    ...filters,
  ]);
  return countVitest(report, code);
}

/** Says once what is wrong where no desktop comes up here, instead of once for each test. */
async function ensureDesktop(): Promise<void> {
  const { code, output } = await run('starting a desktop', join(root, 'build/desktop.sh'), ['true']);
  if (code === 0) return;
  throw new SetupProblem(
    `No test of the app ran, since no virtual desktop comes up:\n${tail(output)}`,
    'what was compiled.',
    'mend what it says, then run it again.',
  );
}

async function desktopTests(): Promise<Count> {
  const specs = globSync('test/e2e/**/*.spec.ts', { cwd: root });
  if (specs.length === 0) {
    process.stdout.write('There are no tests of the whole app yet.\n');
    return { passed: 0, failed: 0 };
  }
  await compile();
  if (process.platform === 'linux') await ensureDesktop();
  const report = join(results, 'playwright.json');
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const code = await runThrough(process.execPath, [cli, 'test', '--pass-with-no-tests', ...filters]);
  return countPlaywright(report, code);
}

/** So many kills of the real app are part of every run of all tests. */
const KILLS = 20;

/** The real app, killed at random moments: needs this desktop's own virtual ones. */
async function killTests(): Promise<Count> {
  if (filters.length > 0 || process.platform !== 'linux') return { passed: 0, failed: 0 };
  return runAll(
    Date.now() % 1_000_000,
    Array.from({ length: KILLS }, (_, index) => index),
  );
}

/** Runs a part of the tests; one that could not run counts as one that failed. */
async function counted(part: () => Promise<Count>): Promise<Count> {
  try {
    return await part();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    return { passed: 0, failed: 1 };
  }
}

rmSync(join(results, 'vitest.json'), { force: true });
rmSync(join(results, 'playwright.json'), { force: true });
mkdirSync(results, { recursive: true });
const unit = await counted(unitTests);
const desktop = await counted(desktopTests);
const kills = await counted(killTests);
const passed = unit.passed + desktop.passed + kills.passed;
const failed = unit.failed + desktop.failed + kills.failed;
if (passed + failed === 0) process.stdout.write('No test ran.\n');
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
