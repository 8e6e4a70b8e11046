import { parseArgs } from 'node:util';
import { runAll } from './run-all.ts';

/** `npm run faults:kill -- --runs N [--seed S] [--only I]`: the real app, killed N times. */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
  },
});
const indices =
  values.only === undefined
    ? Array.from({ length: Number(values.runs) }, (_, index) => index)
    : [Number(values.only)];
const { failed } = await runAll(Number(values.seed), indices);
process.exitCode = failed > 0 ? 1 : 0;
