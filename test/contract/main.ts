import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { runThrough } from '../../build/test/run-through.ts';
import { type Difference, exchange, hold } from './hold.ts';
import { readSwagger } from './swagger.ts';

/**
 * `npm run contract -- FILE`: runs the end-to-end suite and holds every request that reached a sandbox, and every answer
 * of it, against a Swagger 2.0 description of the vendor's API. More arguments choose test files; `--exchanges LOG`
 * takes what an earlier run wrote down instead of a run.
 */

const root = join(import.meta.dirname, '../..');

/** Never sent: reporting without a position is what this program is for (seed). */
const isCoordinate = ({ what }: Difference) => /^(Latitude|Longitude) is required$/.test(what);

async function runSuite(log: string, filters: readonly string[]): Promise<void> {
  rmSync(log, { force: true });
  process.env.SANDBOX_EXCHANGES = log;
  const specs = filters.length > 0 ? filters : ['.spec'];
  const code = await runThrough(process.execPath, [join(root, 'build/test.ts'), ...specs]);
  if (code !== 0)
    process.stderr.write('Some tests failed: what they sent is held against the file all the same.\n');
}

/** Differences with how often each was seen, the most frequent first. */
function counted(all: readonly Difference[]): readonly { readonly line: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { operation, side, what } of all) {
    const line = `${operation}  ${side}: ${what}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts]
    .map(([line, count]) => ({ line, count }))
    .toSorted((one, other) => other.count - one.count);
}

const { values, positionals } = parseArgs({
  options: { exchanges: { type: 'string' } },
  allowPositionals: true,
});
const [file, ...filters] = positionals;
if (file === undefined) {
  process.stderr.write('Usage: npm run contract -- FILE [test files] [--exchanges LOG]\n');
  process.exit(2);
}
const swagger = readSwagger(JSON.parse(readFileSync(file, 'utf8')));
const log = values.exchanges ?? join(root, 'test-results/exchanges.jsonl');
if (values.exchanges === undefined) await runSuite(log, filters);
const exchanges = readFileSync(log, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => v.parse(exchange, JSON.parse(line)));
const found = exchanges.flatMap((each) => hold(swagger, each));
for (const { line, count } of counted(found))
  process.stdout.write(`${String(count).padStart(5)} × ${line}\n`);
const others = found.filter((each) => !isCoordinate(each)).length;
process.stdout.write(
  `${exchanges.length} exchanges: ${found.length - others} lack a coordinate, which is meant; ${others} differ otherwise.\n`,
);
process.exitCode = exchanges.length === 0 || others > 0 ? 1 : 0;
