import fc from 'fast-check';
import { plans } from './plans.ts';
import { run } from './run.ts';

const [n, seed] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 1)];
const t = performance.now();
process.on('unhandledRejection', (e) => {
  console.log('UNHANDLED', e);
});
const out = await fc.check(
  fc.asyncProperty(plans, async (plan) => (await run(plan)).violations.length === 0),
  { numRuns: n, seed, endOnFailure: process.argv[4] === 'noshrink', interruptAfterTimeLimit: 240_000 },
);
console.log(
  ((performance.now() - t) / Math.max(1, out.numRuns)).toFixed(1),
  'ms per run',
  out.numRuns,
  out.failed,
  out.seed,
  out.counterexamplePath,
  out.numShrinks,
);
if (out.counterexample) {
  const [plan] = out.counterexample;
  console.log(JSON.stringify(plan));
  const v = await run(plan);
  console.log(v.trace.join('\n'));
  console.log(v.violations);
}
