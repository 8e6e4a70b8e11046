import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as v from 'valibot';

/** How many tests passed and failed, and what failed: a line each, with why where it is known. */
export type Count = { passed: number; failed: number; failures: readonly string[] };

const vitestReport = v.object({
  numPassedTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({ fullName: v.string(), status: v.string(), failureMessages: v.array(v.string()) }),
      ),
    }),
  ),
});

const reportedError = v.object({
  message: v.optional(v.string(), ''),
  location: v.optional(v.object({ file: v.string(), line: v.number() })),
});
type ReportedError = v.InferOutput<typeof reportedError>;
const playwrightSpec = v.object({
  title: v.string(),
  file: v.string(),
  line: v.number(),
  tests: v.array(
    v.object({
      status: v.string(),
      results: v.array(v.object({ errors: v.optional(v.array(reportedError), []) })),
    }),
  ),
});
type PlaywrightSpec = v.InferOutput<typeof playwrightSpec>;
type PlaywrightSuite = { specs: PlaywrightSpec[]; suites?: PlaywrightSuite[] | undefined };
const playwrightSuite: v.GenericSchema<unknown, PlaywrightSuite> = v.object({
  specs: v.array(playwrightSpec),
  suites: v.optional(v.array(v.lazy(() => playwrightSuite))),
});
const playwrightReport = v.object({
  stats: v.object({ expected: v.number() }),
  suites: v.array(playwrightSuite),
  errors: v.array(reportedError),
});

/** Counts vitest's JSON report; a file that could not even be loaded is one failure. */
export function countVitest(file: string, exitCode: number): Count {
  const report = read(file, vitestReport);
  if (report === undefined) return missing(file, exitCode);
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [failure(name, message)];
    return assertionResults
      .filter((each) => each.status === 'failed')
      .map((each) => failure(`${name}: ${each.fullName}`, ...each.failureMessages));
  });
  return withExitCode(file, report.numPassedTests, failures, exitCode);
}

/**
 * Counts Playwright's JSON report; an error outside of a test is one failure, and so is a test that passed at its second
 * try only.
 */
export function countPlaywright(file: string, exitCode: number): Count {
  const report = read(file, playwrightReport);
  if (report === undefined) return missing(file, exitCode);
  const failures = [
    ...report.suites
      .flatMap(specsOf)
      .flatMap(({ title, file: spec, line, tests }) =>
        tests
          .filter(({ status }) => status === 'unexpected' || status === 'flaky')
          .map(({ results }) =>
            failure(`${spec}:${line}: ${title}`, ...results.flatMap(({ errors }) => errors).map(placed)),
          ),
      ),
    ...report.errors.map(({ message }) => failure('outside of the tests', message)),
  ];
  return withExitCode(file, report.stats.expected, failures, exitCode);
}

/** All of them together. */
export const sum = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
  failures: counts.flatMap(({ failures }) => failures),
});

const specsOf = ({ specs, suites = [] }: PlaywrightSuite): PlaywrightSpec[] => [
  ...specs,
  ...suites.flatMap(specsOf),
];

/** An error with the line of the test in which it came: a test that took too long says no more than that. */
const placed = ({ message, location }: ReportedError): string =>
  location ? `${basename(location.file)}:${location.line}: ${message}` : message;

/** So much is told of an error (letters): CI keeps the end of a long output alone. */
const TOLD = 300;

/** A test that failed, in one line of plain text, with the beginning of each error. */
function failure(test: string, ...errors: readonly string[]): string {
  const told = errors.map((each) => inOneLine(each).slice(0, TOLD)).filter((each) => each !== '');
  return told.length === 0 ? test : `${test}: ${told.join('; ')}`;
}

/** A text without colours and line breaks. */
export const inOneLine = (text: string): string =>
  stripVTControlCharacters(text).replaceAll(/\s+/g, ' ').trim();

/** A runner that says it failed is believed even when its report names no failure. */
function withExitCode(file: string, passed: number, failures: readonly string[], exitCode: number): Count {
  if (exitCode === 0 || failures.length > 0) return { passed, failed: failures.length, failures };
  return { passed, failed: 1, failures: [`${basename(file)} names no failure: exit code ${exitCode}`] };
}

function missing(file: string, exitCode: number): Count {
  if (exitCode === 0) return { passed: 0, failed: 0, failures: [] };
  return { passed: 0, failed: 1, failures: [`${basename(file)} cannot be read: exit code ${exitCode}`] };
}

function read<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> | undefined {
  try {
    return v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
