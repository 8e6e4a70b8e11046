import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** Tests that passed and tests that failed. */
export type Count = { passed: number; failed: number };

const vitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(v.unknown()),
});

/** Counts vitest's JSON report; a file that could not even be loaded is one failure. */
export function countVitest(file: string, exitCode: number): Count {
  const report = read(file, vitestReport);
  if (report === undefined) return missing(exitCode);
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return withExitCode(report.numPassedTests, report.numFailedTests + unloaded.length, exitCode);
}

/** Counts Playwright's JSON report; an error outside of a test is one failure. */
export function countPlaywright(file: string, exitCode: number): Count {
  const report = read(file, playwrightReport);
  if (report === undefined) return missing(exitCode);
  const { expected, unexpected, flaky } = report.stats;
  return withExitCode(expected, unexpected + flaky + report.errors.length, exitCode);
}

/** All of them together. */
export const sum = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
});

/** A runner that says it failed is believed even when its report names no failure. */
function withExitCode(passed: number, failed: number, exitCode: number): Count {
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
}

function missing(exitCode: number): Count {
  return { passed: 0, failed: exitCode === 0 ? 0 : 1 };
}

function read<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> | undefined {
  try {
    return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
