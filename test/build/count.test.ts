import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, sum } from '../../build/test/count.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'onsite-count-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

function report(content: unknown): string {
  const file = join(directory, 'report.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('the count of all tests', () => {
  it('counts a test file that cannot be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ];
    const file = report({ numPassedTests: 3, numFailedTests: 1, testResults });
    expect(countVitest(file, 1)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a test that passed at the second try only, and an error outside of tests, as failures', () => {
    const file = report({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] });
    expect(countPlaywright(file, 1)).toEqual({ passed: 5, failed: 3 });
  });

  it('adds up what ran side by side', () => {
    expect(
      sum([
        { passed: 3, failed: 0 },
        { passed: 2, failed: 1 },
      ]),
    ).toEqual({ passed: 5, failed: 1 });
    expect(sum([])).toEqual({ passed: 0, failed: 0 });
  });

  it('believes an exit code that its report does not explain', () => {
    const file = report({ numPassedTests: 3, numFailedTests: 0, testResults: [] });
    expect(countVitest(file, 1)).toEqual({ passed: 3, failed: 1 });
  });

  it.each(['', '{"stats":{}}', 'not JSON'])(
    'counts a run without a readable report (%j) as failed',
    (text) => {
      expect(countPlaywright(report(text), 1)).toEqual({ passed: 0, failed: 1 });
    },
  );
});
