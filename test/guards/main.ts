// Switches each guard off in turn, and sees the test fail that must: `npm run guards`, or some: `npm run guards -- --every 8`.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Guard, OFF } from './guard.ts';
import { GUARDS } from './list.ts';

const ROOT = join(import.meta.dirname, '../..');
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs');
const CONFIG = join(import.meta.dirname, 'vitest.config.ts');
/** A test that hangs without its guard has failed (ms). */
const MOST = 120_000;

const { values } = parseArgs({ options: { every: { type: 'string', default: '1' } } });
const every = Math.max(1, Number(values.every) || 1);
const chosen = GUARDS.filter((_, index) => index % every === 0);

/** Does a test of these guards' files fail with those guards off? */
function fails(off: readonly Guard[], of: readonly Guard[]): Promise<boolean> {
  const files = [...new Set(of.map(({ test }) => `test/${test}`))];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [VITEST, 'run', '--config', CONFIG, ...files], {
      cwd: ROOT,
      env: { ...process.env, [OFF]: off.map(({ name }) => name).join('\n') },
      stdio: 'ignore',
      timeout: MOST,
    });
    child.on('close', (code) => resolve(code !== 0));
  });
}

async function missedOf(guards: readonly Guard[]): Promise<readonly Guard[]> {
  const missed: Guard[] = [];
  const waiting = [...guards];
  const worker = async () => {
    for (let guard = waiting.shift(); guard; guard = waiting.shift()) {
      if (await fails([guard], [guard])) continue;
      missed.push(guard);
      console.log(`not caught: ${guard.name} (${guard.file}; test/${guard.test})`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  return missed;
}

const broken = await fails([], chosen);
if (broken) console.log('With every guard on a test fails already: nothing can be told.');
const missed = broken ? chosen : await missedOf(chosen);
const all = await fails(GUARDS, chosen);
if (!all) console.log('With every guard off at once no test fails.');
console.log(`guards ${chosen.length}, caught ${chosen.length - missed.length}`);
process.exitCode = missed.length === 0 && all ? 0 : 1;
