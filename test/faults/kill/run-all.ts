import { type KillResult, killMany } from './lanes.ts';

/** Kills of this many desktops at a time. */
const LANES = 4;

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** A line each: what went wrong, and how to see it again. */
  readonly failures: readonly string[];
}

const again = (seed: number, index: number): string =>
  `again: npm run faults:kill -- --seed ${seed} --only ${index}`;

function sayFailure(seed: number, { index, faults, plan }: KillResult): void {
  console.log(`run ${index}: ${faults.join('; ')}`);
  console.log(`  ${JSON.stringify(plan)}`);
  console.log(`  ${again(seed, index)}`);
}

/** Kills the real app once for each index and says what came of it. A run that gave no result has failed. */
export async function runAll(seed: number, indices: readonly number[]): Promise<Outcome> {
  const results: KillResult[] = [];
  const started = performance.now();
  console.log(`The real app, killed: seed ${seed}, ${indices.length} runs`);
  await killMany(seed, indices, LANES, (result) => {
    results.push(result);
    if (result.faults.length > 0) sayFailure(seed, result);
  });
  const told = new Set(results.map(({ index }) => index));
  const untold = indices.filter((each) => !told.has(each));
  for (const index of untold) console.log(`run ${index}: no result`);
  const passed = results.filter(({ faults }) => faults.length === 0).length;
  const sum = (of: (result: KillResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${results.length} kills in ${seconds} s: ${sum((r) => r.acknowledged)} clicks acknowledged, ` +
      `${sum((r) => r.questions)} questions answered, ${indices.length - passed} runs wrong`,
  );
  const wrong = results.filter(({ faults }) => faults.length > 0);
  const failures = [
    ...wrong.map(({ index, faults }) => `kill ${index}: ${faults.join('; ')} (${again(seed, index)})`),
    ...untold.map((index) => `kill ${index}: no result (${again(seed, index)})`),
  ];
  return { passed, failed: failures.length, failures };
}
