import { rmSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { sendable } from '../../main/outbox/next.ts';
import { dayOf } from '../../main/records/day-comparer.ts';
import { openStorage } from '../../main/storage/storage.ts';
import { proofView } from '../../main/views/proof.ts';
import { weekView } from '../../main/views/timesheet.ts';
import { visitsPart } from '../../main/views/visits.ts';
import type { Command } from '../../main/visit/commands.ts';
import { visitsOf } from '../../main/visit/phase.ts';
import { HOUR } from '../../main/visit/time.ts';
import { weekOf } from '../../main/visit/week.ts';
import { Visits } from '../../main/visits.ts';
import { folderWith, OWNER, PAST } from './folders.ts';
import { median } from './stats.ts';

/**
 * Measures the cost of years of use: the start, a command and a focus, a week of the Timesheet with 30 and with 30,000
 * visits in the past, and ten in the last week. It prints and asserts nothing. `node test/bench/growth.ts [visits]`
 */

const RUNS = 9;

function timed<T>(run: () => T): { ms: number; value: T } {
  const began = performance.now();
  const value = run();
  return { ms: performance.now() - began, value };
}

function started(folder: string) {
  const storage = openStorage(folder, {}, Date.now);
  const visits = new Visits(storage.visits, () => ({
    owner: OWNER,
    undoable: false,
    now: Date.now(),
    clickedAt: Date.now(),
    offsetAt: () => -240,
    id: crypto.randomUUID(),
  }));
  return { storage, visits };
}

/** A check-in and its pause, durably kept. */
function commandMs(visits: Visits): number {
  const check = (command: Command) => {
    const { ms, value } = timed(() => visits.do(command));
    if (!value.ok) throw new Error(JSON.stringify(value));
    return ms;
  };
  const into = check({ type: 'check-in', workOrderId: 7, workTypeId: 1, techsCount: 1 });
  const visitId = visits.state.visits.at(-1)?.id ?? '';
  return (into + check({ type: 'pause', visitId })) / 2;
}

/** All that is worked out when a window gets the focus. */
function focusMs(visits: Visits): number {
  return timed(() => {
    const mine = visitsOf(visits.state, OWNER);
    sendable(mine);
    return visitsPart({
      visits: mine,
      known: () => null,
      isFresh: () => false,
      now: Date.now(),
      clickedAt: Date.now(),
      offlineSince: null,
      between: null,
    });
  }).ms;
}

/** A week of the Timesheet: this one, or one in the middle of the past. */
function weekMs(storage: ReturnType<typeof openStorage>, at: number): number {
  return timed(() => {
    const week = weekOf(at);
    return weekView({
      week,
      visits: storage.visits.between(week.from, week.to, OWNER),
      now: Date.now(),
      known: () => null,
      kept: (day) => storage.comparisons.of(OWNER, day),
      disputeMinutes: () => 15,
    });
  }).ms;
}

/** The proof of time of a work order: its visits of all time, with what was tried for each report. */
function proofMs(storage: ReturnType<typeof openStorage>): number {
  return timed(() =>
    proofView({
      workOrderId: 7,
      visits: storage.visits.withOrder(7, OWNER),
      technician: '',
      order: null,
      now: Date.now(),
      kept: (day) => storage.comparisons.of(OWNER, day),
      tries: (reportId) => storage.visits.tries(reportId),
      dayOf,
    }),
  ).ms;
}

interface Sample {
  readonly proof: number;
  readonly week: number;
  readonly oldWeek: number;
  readonly start: number;
  readonly command: number;
  readonly focus: number;
}

function sample(folder: string, past: number): Sample {
  const { ms: start, value } = timed(() => started(folder));
  const { storage, visits } = value;
  const focus = focusMs(visits);
  const week = weekMs(storage, Date.now());
  const oldWeek = weekMs(storage, past);
  const command = commandMs(visits);
  const proof = proofMs(storage);
  storage.close();
  return { start, command, focus, week, oldWeek, proof };
}

const counts = [30, Number(process.argv[2] ?? 30_000)];
const folders = counts.map((count) => folderWith({ history: count }));
const samples = folders.map((): Sample[] => []);
for (let run = 0; run < RUNS; run++)
  for (const [index, folder] of folders.entries())
    samples[index]?.push(sample(folder, Date.now() - PAST - ((counts[index] ?? 0) / 2) * HOUR));
console.log(`${RUNS} runs each, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; medians`);
for (const [index, folder] of folders.entries()) {
  const taken = samples[index] ?? [];
  const of = (key: keyof Sample) => `${key} ${median(taken.map((each) => each[key])).toFixed(1)} ms`;
  const megabytes = (statSync(join(folder, 'onsite.db')).size / 1e6).toFixed(1);
  console.log(
    `${counts[index]} visits (${megabytes} MB): ${of('start')}, ${of('command')}, ${of('focus')}, ${of('week')}, ${of('oldWeek')}, ${of('proof')}`,
  );
  rmSync(folder, { recursive: true, force: true });
}
