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

const NO_BUTTON = {
  message: '\u001b[31mno button\u001b[39m\nat line 9',
  location: { file: '/test/e2e/drive.ts', line: 94 },
};

/** A report of Playwright's with one test of each of these states in a describe block. */
const playwright = (...states: string[]) => ({
  stats: { expected: states.filter((state) => state === 'expected').length },
  suites: [
    {
      specs: [],
      suites: [
        {
          specs: states.map((status, index) => ({
            title: `checks in ${index}`,
            file: 'visit.spec.ts',
            line: 7 + index,
            tests: [{ status, results: [{ errors: [{ message: 'Test timeout' }, NO_BUTTON] }] }],
          })),
        },
      ],
    },
  ],
  errors: [],
});

const NOTHING_FAILED = { failed: 0, failures: [] };

describe('the count of all tests', () => {
  it('counts a test file that cannot be loaded as a failure, and says what failed and why', () => {
    const failed = { fullName: 'it waits', status: 'failed', failureMessages: ['expected 1\nat line 3'] };
    const passed = { fullName: 'it comes', status: 'passed', failureMessages: [] };
    const testResults = [
      { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: 'b.test.ts', status: 'failed', message: '', assertionResults: [failed, passed] },
    ];
    const file = report({ numPassedTests: 1, testResults });
    expect(countVitest(file, 1)).toEqual({
      passed: 1,
      failed: 2,
      failures: ['a.test.ts: no such module', 'b.test.ts: it waits: expected 1 at line 3'],
    });
  });

  it('counts a test that passed at the second try only, and an error outside of tests, as failures', () => {
    const of = playwright('expected', 'unexpected', 'flaky');
    const file = report({ ...of, errors: [{ message: 'no browser' }] });
    expect(countPlaywright(file, 1)).toEqual({
      passed: 1,
      failed: 3,
      failures: [
        'visit.spec.ts:8: checks in 1: Test timeout; drive.ts:94: no button at line 9',
        'visit.spec.ts:9: checks in 2: Test timeout; drive.ts:94: no button at line 9',
        'outside of the tests: no browser',
      ],
    });
  });

  it('adds up what ran side by side', () => {
    const failures = ['b: no'];
    expect(
      sum([
        { passed: 3, ...NOTHING_FAILED },
        { passed: 2, failed: 1, failures },
      ]),
    ).toEqual({
      passed: 5,
      failed: 1,
      failures,
    });
    expect(sum([])).toEqual({ passed: 0, ...NOTHING_FAILED });
  });

  it('believes an exit code that its report does not explain', () => {
    const file = report({ numPassedTests: 3, testResults: [] });
    expect(countVitest(file, 0)).toEqual({ passed: 3, ...NOTHING_FAILED });
    expect(countVitest(file, 1)).toMatchObject({
      passed: 3,
      failed: 1,
      failures: [expect.stringContaining('exit code 1')],
    });
  });

  it.each(['', '{"stats":{}}', 'not JSON'])(
    'counts a run without a readable report (%j) as failed',
    (text) => {
      expect(countPlaywright(report(text), 1)).toMatchObject({ passed: 0, failed: 1 });
    },
  );
});
