import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPackage } from '../../build/package/find.ts';
import { electronInUse } from '../../build/setup/electron.ts';
import { acts, commits } from './acts.ts';
import { APPS, ROOT, rest, type Seen } from './apps.ts';
import { drawing } from './drawing.ts';
import { type Measured, rowsOf, type State } from './measured.ts';
import { drain, pssAfterRequests, type Sample, sample, useAside, type Waits } from './rounds.ts';
import { weeks } from './sheet.ts';
import { measureSizes, shippedSize } from './sizes.ts';
import { type Judged, judge, median } from './stats.ts';
import { table } from './table.ts';
import { watchActiveWindow, watchTray } from './watch.ts';

/**
 * `npm run bench [-- --runs N] [--[no-]short] [--check] [--draw]`: what OnSite costs beside the least that an Electron tray app
 * can be, in interleaved rounds of the same run. docs/performance.md says how to read it.
 */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    /** Waits are short, and 30,000 visits are 3,000: it shows that all is measured, and what is far off. Of few rounds. */
    short: { type: 'boolean' },
    /** Ends with 1 where a limit is passed by more than the spread. */
    check: { type: 'boolean', default: false },
    /** Writes docs/pictures/performance.svg. */
    draw: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
const RUNS = Number(values.runs);
/** So many rounds make a median that may be judged. */
const FULL_RUNS = 7;
const isShort = values.short ?? RUNS < FULL_RUNS;
const WAITS: Waits = isShort ? { settle: 5_000, rest: 5_000 } : { settle: 15_000, rest: 60_000 };
const MANY = isShort ? 3_000 : 30_000;
const ACTS = isShort ? 6 : 60;
const WEEKS = isShort ? 6 : 20;
const DRAIN_MS = isShort ? 10_000 : 60_000;

const STATES: Readonly<Record<State, (seen: Seen) => Promise<Sample>>> = {
  bare: (seen) => sample('bare', seen, { ...WAITS, settle: 4_000, rest: 1_000 }),
  'bare-lazy': (seen) => sample('bare-lazy', seen, WAITS),
  onSite: (seen) => sample('OnSite', seen, WAITS, { content: { open: true, recent: 5 } }),
  off: (seen) => sample('OnSite', seen, WAITS),
  thirty: (seen) => sample('OnSite', seen, { ...WAITS, rest: WAITS.rest / 2 }, { content: { history: 30 } }),
  thousands: (seen) =>
    sample('OnSite', seen, { ...WAITS, rest: WAITS.rest / 2 }, { content: { history: MANY } }),
};
/** Nothing else runs meanwhile, since their memory is compared: programs that run at once share what they have in common. */
const ALONE: readonly State[] = ['bare', 'bare-lazy', 'off'];
/** Beside an OnSite that rests until its popup is let go: the last two are compared with each other. */
const BESIDE: readonly State[] = ['onSite', 'thirty', 'thousands'];

async function measure(seen: Seen): Promise<Measured> {
  const samples: Record<State, Sample[]> = {
    bare: [],
    'bare-lazy': [],
    onSite: [],
    off: [],
    thirty: [],
    thousands: [],
  };
  const afterRequests: number[] = [];
  const pssUsed: number[] = [];
  const draining: Awaited<ReturnType<typeof drain>>[] = [];
  const sheets: Record<'thirty' | 'thousands', number[]> = { thirty: [], thousands: [] };
  for (let run = 0; run < RUNS; run++) {
    console.log(`round ${run + 1} of ${RUNS}`);
    for (const name of ALONE) samples[name].push(await STATES[name](seen));
    afterRequests.push(await pssAfterRequests(seen, WAITS));
    // Of the short form one round waits until a popup is let go.
    const letGo = !isShort || run === 0 ? await useAside(seen, WAITS) : null;
    for (const name of BESIDE) samples[name].push(await STATES[name](seen));
    draining.push(await drain(seen, DRAIN_MS));
    sheets.thirty.push(median(await weeks(30, WEEKS)));
    sheets.thousands.push(median(await weeks(MANY, WEEKS)));
    if (letGo) pssUsed.push(await letGo());
  }
  return {
    samples,
    afterRequests,
    pssUsed,
    draining,
    sheets,
    acts: await acts(ACTS),
    commits: commits(200),
    sizes: await measureSizes(),
    shipped: existsSync(join(ROOT, 'dist')) ? shippedSize(findPackage().resources) : null,
  };
}

function keep(rows: readonly Judged[], machine: string): void {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  const content = { machine, rounds: RUNS, short: isShort, rows };
  writeFileSync(join(ROOT, 'test-results/bench.json'), JSON.stringify(content, null, 2));
  const form = `${RUNS} ${RUNS === 1 ? 'round' : 'rounds'}${isShort ? ', short form' : ''}`;
  const picture = drawing(
    rows,
    `OnSite beside ${Object.keys(APPS).slice(0, 2).join(' and ')}: ${form}, ${machine}`,
  );
  writeFileSync(join(ROOT, 'test-results/bench.svg'), picture);
  if (values.draw) writeFileSync(join(ROOT, 'docs/pictures/performance.svg'), picture);
}

const seen = { tray: watchTray(), active: watchActiveWindow() };
await rest(1_000);
const measured = await measure(seen);
seen.tray.stop();
seen.active.stop();
const rows = rowsOf(measured).map(judge);
const machine = `Electron ${electronInUse().version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`;
keep(rows, machine);
console.log(`${machine}; ${RUNS} rounds${isShort ? ', the short form' : ''}; medians`);
console.log(table(rows));
const over = rows.filter(({ verdict }) => verdict === 'over');
if (over.length > 0)
  console.log(`Past their limit by more than the spread: ${over.map(({ what }) => what).join('; ')}`);
if (values.check && over.length > 0) process.exitCode = 1;
