import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { run } from './run.ts';
import { report, search } from './search.ts';

/** `npm run faults -- --runs N --seed S`: N schedules from a seed, on all cores; prints the first that fails, shrunk. */

const Task = v.object({ runs: v.number(), seed: v.number() });
type Task = v.InferOutput<typeof Task>;

/** One schedule of so many is of what others hardly ever come to. */
const RARE = 4;

async function work({ runs, seed }: Task): Promise<string | null> {
  const rareRuns = Math.floor(runs / RARE);
  const found =
    (await search({ runs: runs - rareRuns, seed, shrink: true })) ??
    (rareRuns > 0 ? await search({ runs: rareRuns, seed, rare: true, shrink: true }) : null);
  return found && report(found, seed);
}

const inWorker = (task: Task) =>
  new Promise<string | null>((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once('message', (text) => resolve(v.parse(v.nullable(v.string()), text)));
    worker.once('error', reject);
  });

/** A seed's runs are split in a fixed number of parts, so that they are the same on any computer. */
const PARTS = 8;

async function searchAll(runs: number, seed: number): Promise<string | null> {
  const waiting = Array.from({ length: PARTS }, (_, part) => ({
    seed: seed + part * 1_000_003,
    runs: Math.floor((runs + part) / PARTS),
  })).filter((task) => task.runs > 0);
  let failure: string | null = null;
  const lane = async () => {
    for (let task = waiting.pop(); task && !failure; task = waiting.pop()) failure ??= await inWorker(task);
  };
  await Promise.all(Array.from({ length: Math.min(PARTS, availableParallelism()) }, lane));
  return failure;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      plan: { type: 'string' },
    },
  });
  if (values.plan !== undefined) {
    const verdict = await run(JSON.parse(values.plan));
    console.log([...verdict.trace, ...verdict.violations.map((each) => `broken: ${each}`)].join('\n'));
    process.exitCode = verdict.violations.length > 0 ? 1 : 0;
    return;
  }
  const started = performance.now();
  const failure = await searchAll(Number(values.runs), Number(values.seed));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    failure ??
      `${values.runs} schedules from seed ${values.seed} in ${seconds} s: nothing lost, nothing doubled.`,
  );
  process.exitCode = failure ? 1 : 0;
}

if (isMainThread) await main();
else parentPort?.postMessage(await work(v.parse(Task, workerData)));
