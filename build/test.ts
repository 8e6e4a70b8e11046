// Every test: unit and property tests, then the app in real desktop sessions. Kills of the real app and the proofs in
// virtual time begin with the first and go on beside the second, so that no core is idle. Arguments filter by file name.
import { mkdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { runAll } from '../test/faults/kill/run-all.ts';
import { compile } from './setup/compile.ts';
import { root, run, SetupProblem, tail } from './setup/run.mjs';
import { type Count, countPlaywright, countVitest, sum } from './test/count.ts';
import { runThrough } from './test/run-through.ts';

const filters = process.argv.slice(2);
const results = join(root, 'test-results');

/** Runs projects of vitest.config.ts. @param priority of their processes, as `os.setPriority` takes it */
async function vitest(projects: readonly string[], priority?: number): Promise<Count> {
  const report = join(results, `vitest-${projects.join('-')}.json`);
  rmSync(report, { force: true });
  const cli = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [
    ...['run', '--passWithNoTests', ...projects.flatMap((name) => ['--project', name])],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ];
  const code = await runThrough(process.execPath, [cli, ...args, ...filters], priority);
  return countVitest(report, code);
}

const unitTests = () => vitest(['unit', 'apart', 'node-sqlite']);

/** The proofs take what the app leaves of the processor: a desktop that is slow proves nothing. */
const proofs = () => vitest(['proof'], constants.priority.PRIORITY_LOW);

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

/** Compiles the app and tries a desktop: tests of the real app need both. */
async function ready(): Promise<void> {
  await compile();
  if (process.platform === 'linux') await ensureDesktop();
}

async function desktopTests(): Promise<Count> {
  const report = join(results, 'playwright.json');
  rmSync(report, { force: true });
  const cli = join(root, 'node_modules/@playwright/test/cli.js');
  const code = await runThrough(process.execPath, [cli, 'test', '--pass-with-no-tests', ...filters]);
  return countPlaywright(report, code);
}

/** So many kills of the real app are part of every run of all tests. */
const KILLS = 20;

/** The real app, killed at random moments: needs this desktop's own virtual ones. */
async function killTests(): Promise<Count> {
  if (filters.length > 0 || process.platform !== 'linux') return sum([]);
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
    return { passed: 0, failed: 1, failures: [error.message.split('\n', 1)[0] ?? ''] };
  }
}

const began = performance.now();
mkdirSync(results, { recursive: true });
const counts: Count[] = [];
let isReady = true;
const prepared = await counted(async () => {
  isReady = false;
  await ready();
  isReady = true;
  return sum([]);
});
counts.push(prepared);
// Most of a kill is waiting for the read-backs of rule 3, and the proofs take what the others leave of the processor.
const beside = [...(isReady ? [counted(killTests)] : []), counted(proofs)];
counts.push(await counted(unitTests));
const app = isReady ? [counted(desktopTests)] : [];
counts.push(...(await Promise.all([...beside, ...app])));
const { passed, failed, failures } = sum(counts);
if (passed + failed === 0) process.stdout.write('No test ran.\n');
process.stdout.write(`In ${Math.round((performance.now() - began) / 1000)} s\n`);
// At the end, so that it is seen in what is kept of a long output.
for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
