import { policyFor, writePolicy } from '../sandbox/policy.ts';
import type { RunningSandbox } from '../sandbox/server.ts';

/** Settings that every test of the app runs with unless it gives its own. */
export const OF_TESTS = { undoSeconds: 0 };

/**
 * Writes the policy that points the app to a sandbox, with settings of this test's own; the app reads it at its start.
 * @returns the path of the file
 */
export const givePolicy = (
  folder: string,
  sandbox: Pick<RunningSandbox, 'apiUrl' | 'url'>,
  settings: object = {},
): string => writePolicy(folder, policyFor(sandbox, { ...OF_TESTS, ...settings }));
