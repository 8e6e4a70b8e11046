import { mayBeOpenThere, needsPerson, pairReports } from '../visit/phase.ts';
import type { Pair, Report, Visit } from '../visit/types.ts';

/** By the times of the reports; those of one instant in the order in which they were made (rule 5). */
export const inOrder = (a: Report, b: Report) => a.at.ms - b.at.ms || a.seq - b.seq;

const endsAsOtherBegins = (a: Report, b: Report) =>
  a.kind === 'status' && b.kind === 'check-in' && a.at.ms === b.at.ms;

/**
 * Whether a report goes before one of another visit to the same work order. A status belongs to the stay that ended, and
 * may be made long after it: it goes before the check-in that began in the second of its end, which it would complete.
 */
export const goesBefore = (a: Report, b: Report): boolean =>
  endsAsOtherBegins(a, b) || (inOrder(a, b) < 0 && !endsAsOtherBegins(b, a));

/** The reports that stand for time and status, in order: a pair that goes as a work activity goes in its own place. */
export function inLine(visit: Visit): readonly Report[] {
  const activities = visit.steps.filter((step) => step.kind === 'activity');
  const pairs = visit.pairs.flatMap((pair) => [
    ...pairReports(pair),
    ...activities.filter((step) => step.pairId === pair.id),
  ]);
  return visit.finish ? [...pairs, visit.finish] : pairs;
}

/** Whether the report waits to be sent or is being sent. */
export const onItsWay = (report: Report) =>
  report.delivery.state === 'queued' || report.delivery.state === 'sending';

/** Has it a report on its way, and none that needs a person? Then it holds back later reports of its work order. */
export const isMoving = (visit: Visit) => {
  const reports = inLine(visit);
  return reports.some(onItsWay) && !reports.some(needsPerson);
};

/** The earliest report on its way of a visit that is moving. */
interface Ahead {
  readonly visit: Visit;
  readonly report: Report;
}

/** The reports of other visits that one visit's reports may have to wait for, found in one pass over all visits. */
export interface Order {
  /** Per work order, earliest first. */
  readonly ahead: ReadonlyMap<number, readonly Ahead[]>;
  /** Per work order, the pairs that ServiceChannel may hold open there. */
  readonly open: ReadonlyMap<number, readonly Pair[]>;
  /** Visits that were reported to the wrong work order, by the visit that took their place. */
  readonly moved: ReadonlyMap<string | null, readonly Visit[]>;
}

function aheadOf(visit: Visit): readonly Ahead[] {
  if (!isMoving(visit)) return [];
  const [report] = inLine(visit).filter(onItsWay).sort(inOrder);
  return report ? [{ visit, report }] : [];
}

/** Collects items of each visit by work order. */
function byWorkOrder<T>(visits: readonly Visit[], of: (visit: Visit) => readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const visit of visits) {
    const known = found.get(visit.workOrderId);
    if (known) known.push(...of(visit));
    else found.set(visit.workOrderId, [...of(visit)]);
  }
  return found;
}

/** Finds in one pass what holds reports back: comparing all visits with each other takes seconds where there are thousands. */
export function orderAmong(visits: readonly Visit[]): Order {
  const ahead = byWorkOrder(visits, aheadOf);
  for (const each of ahead.values()) each.sort((a, b) => inOrder(a.report, b.report));
  return {
    ahead,
    open: byWorkOrder(visits, ({ pairs }) => pairs.filter(mayBeOpenThere)),
    moved: Map.groupBy(visits, ({ movedTo }) => movedTo),
  };
}
