import type { DeliveryLine, DeliveryRow } from '../../preload/contract.ts';
import type { JournalEntry } from '../visit/journal.ts';
import { colleagueOf, orderOf } from '../visit/phase.ts';
import type { Report, Visit } from '../visit/types.ts';

/** A line of the journal of a report's delivery, as it is kept; `at` in ms. */
export interface Kept {
  readonly at: number;
  readonly what: JournalEntry;
}

/** A request that certainly did not leave, with the states around it, is one thing that was tried. */
function withoutUnsent(kept: readonly Kept[]): readonly Kept[] {
  return kept.filter(({ what }, index) => {
    const [next, afterNext] = kept.slice(index + 1, index + 3).map((line) => line.what.code);
    if (what.code === 'sending') return !(next === 'queued' && afterNext === 'not-sent');
    return !(what.code === 'queued' && next === 'not-sent' && index > 0);
  });
}

/** The journal as people read it: what happened again and again is one line with its count. */
function linesOf(kept: readonly Kept[]): readonly DeliveryLine[] {
  const lines: DeliveryLine[] = [];
  for (const { at, what } of withoutUnsent(kept)) {
    const last = lines.at(-1);
    if (last && what.code === 'not-sent' && last.what.code === 'not-sent' && last.what.why === what.why)
      lines[lines.length - 1] = { ...last, times: last.times + 1, lastAt: at };
    else lines.push({ at, what, times: 1, lastAt: at });
  }
  return lines;
}

/** Requests that left this computer; what had no connection to leave by is none. */
const requestsOf = (kept: readonly Kept[]): number =>
  kept.filter(({ what }, index) => {
    const outcome = kept[index + 2]?.what;
    const isUnsent = kept[index + 1]?.what.code === 'queued' && outcome?.code === 'not-sent';
    return what.code === 'sending' && !(isUnsent && outcome.why !== 'rate-limit');
  }).length;

/** One report, where it is on its way, and what was tried for it. */
export const deliveryRow = (
  visit: Visit,
  report: Report,
  waitsFor: DeliveryRow['waitsFor'],
  kept: readonly Kept[],
): DeliveryRow => ({
  reportId: report.id,
  workOrderId: orderOf(visit, report),
  kind: report.kind,
  pause: report.kind === 'check-out' && report.leaving.action === 'Cancel',
  colleague: colleagueOf(visit),
  at: report.kind === 'deletion' ? report.from : report.at,
  delivery: report.delivery,
  waitsFor,
  recordedAt: kept.findLast(({ what }) => what.code === 'recorded')?.at ?? null,
  requests: requestsOf(kept),
  lines: linesOf(kept),
});
