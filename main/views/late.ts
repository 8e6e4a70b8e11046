import type { LateView } from '../../preload/contract.ts';
import { reportsOf } from '../visit/phase.ts';
import { DAY, OLDEST } from '../visit/time.ts';
import type { CheckIn, CheckOut, Visit } from '../visit/types.ts';

/** A check-in or check-out that still waits at this age is soon too old for ServiceChannel (ms). */
const LATE = 5 * DAY;

interface Waiting {
  readonly visit: Visit;
  readonly report: CheckIn | CheckOut;
}

/** The reports with a time of their own that wait to be sent, the oldest first. */
const waiting = (visits: readonly Visit[]): readonly Waiting[] =>
  visits
    .flatMap((visit) =>
      reportsOf(visit).flatMap((report) =>
        (report.kind === 'check-in' || report.kind === 'check-out') && report.delivery.state === 'queued'
          ? [{ visit, report }]
          : [],
      ),
    )
    .toSorted((a, b) => a.report.at.ms - b.report.at.ms);

/** The oldest report that waits too long, and how many do; null while none does. `now` is a corrected instant, ms. */
export function lateView(visits: readonly Visit[], now: number): LateView | null {
  const late = waiting(visits).filter(({ report }) => now - report.at.ms >= LATE);
  const [first] = late;
  if (!first) return null;
  const { visit, report } = first;
  return {
    workOrderId: visit.workOrderId,
    kind: report.kind,
    pause: report.kind === 'check-out' && report.leaving.action === 'Cancel',
    at: report.at,
    until: { ...report.at, ms: report.at.ms + OLDEST },
    count: late.length,
  };
}

/** When the next report that waits becomes late (corrected instant, ms); null when none will. */
export const nextLate = (visits: readonly Visit[], now: number): number | null =>
  waiting(visits)
    .map(({ report }) => report.at.ms + LATE)
    .find((at) => at > now) ?? null;
