import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';

/** A worker in which one line of the app's source is another: it looks for a schedule in which that shows. */

const Task = v.object({
  /** Within `main/`. */
  file: v.string(),
  line: v.string(),
  instead: v.string(),
  runs: v.number(),
  seed: v.number(),
  only: v.optional(v.number()),
  rare: v.optional(v.boolean(), false),
});
const { file, line, instead, runs, seed, only, rare } = v.parse(Task, workerData);

const broken = new URL(`../../main/${file}`, import.meta.url).href;

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (url !== broken) return loaded;
    const parts = String(loaded.source).split(line);
    if (parts.length !== 2) throw new Error(`${parts.length - 1} times in ${file}: ${line}`);
    return { ...loaded, source: parts.join(instead) };
  },
});

const { search } = await import('./search.ts');
const found = await search({ runs, seed, rare, shrink: false, ...(only !== undefined && { only }) });
parentPort?.postMessage(found && { path: found.path, violations: found.verdict.violations });
