import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';

const ROOT = join(import.meta.dirname, '../../..');
const LANE = join(import.meta.dirname, 'lane.ts');
const MARK = 'RESULT ';

const Result = v.object({
  index: v.number(),
  plan: v.unknown(),
  acknowledged: v.number(),
  questions: v.number(),
  faults: v.array(v.string()),
});

/** The result of one kill, as a lane sends it. */
export type KillResult = v.InferOutput<typeof Result>;

function lane(
  seed: number,
  indices: readonly number[],
  onResult: (result: KillResult) => void,
): Promise<void> {
  const args = [process.execPath, LANE, '--seed', String(seed), '--indices', indices.join(',')];
  const child = spawn(join(ROOT, 'build/desktop.sh'), args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    if (line.startsWith(MARK)) onResult(v.parse(Result, JSON.parse(line.slice(MARK.length))));
  });
  return new Promise((resolve) =>
    child.once('close', (code) => {
      if (code !== 0) console.log(`The desktop of runs ${indices.join(', ')} has ended:\n${said.trim()}`);
      resolve();
    }),
  );
}

/** Kills the app once per index, in several desktops at a time: most of a run is waiting for the read-backs of rule 3. */
export async function killMany(
  seed: number,
  indices: readonly number[],
  lanes: number,
  onResult: (result: KillResult) => void,
): Promise<void> {
  const shares = Array.from({ length: lanes }, (_, n) => indices.filter((_, at) => at % lanes === n));
  await Promise.all(shares.filter((share) => share.length > 0).map((share) => lane(seed, share, onResult)));
}
