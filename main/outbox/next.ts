import { isSettled, needsPerson, reportsOf } from '../visit/phase.ts';
import type { Report, Visit } from '../visit/types.ts';

/** By the times of the reports; those of one instant in the order in which they were made (rule 5). */
const inOrder = (a: Report, b: Report) => a.at.ms - b.at.ms || a.seq - b.seq;

/** The first report of a visit that is not done with, when it may go: whatever comes after it waits. */
function headOf(visit: Visit): Report | undefined {
  const head = reportsOf(visit).find((report) => !isSettled(report));
  return head?.delivery.state === 'queued' ? head : undefined;
}

const onItsWay = (report: Report) =>
  report.delivery.state === 'queued' || report.delivery.state === 'sending';

/** Has the same work order an earlier report, of another visit, that is still on its way? One that needs a person does not count. */
function mustWait(visits: readonly Visit[], visit: Visit, report: Report): boolean {
  return visits.some(
    (other) =>
      other.id !== visit.id &&
      other.workOrderId === visit.workOrderId &&
      !reportsOf(other).some(needsPerson) &&
      reportsOf(other).some((each) => onItsWay(each) && inOrder(each, report) < 0),
  );
}

/**
 * The reports that may go now, in order. Each visit offers one at most; a visit whose report was refused or is in
 * question offers none and holds nobody else back.
 */
export function sendable(visits: readonly Visit[]): readonly Report[] {
  return visits
    .flatMap((visit) => {
      const head = headOf(visit);
      return head && !mustWait(visits, visit, head) ? [head] : [];
    })
    .sort(inOrder);
}

/** Reports of these visits that ServiceChannel has not recorded and that nobody needs to decide about. */
export const waitingCount = (visits: readonly Visit[]): number =>
  visits.flatMap(reportsOf).filter(onItsWay).length;

/** Reports that were sent without an answer, or are in question. */
export const unanswered = (visits: readonly Visit[]): readonly Report[] =>
  visits
    .flatMap(reportsOf)
    .filter((report) => report.delivery.state === 'sending' || report.delivery.state === 'unconfirmed');
