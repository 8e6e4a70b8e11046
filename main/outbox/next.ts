import {
  isInOrder,
  isSettled,
  mayBeOpenThere,
  needsPerson,
  orderOf,
  pairReports,
  reportsOf,
} from '../visit/phase.ts';
import type { Pair, Report, Visit } from '../visit/types.ts';

/** By the times of the reports; those of one instant in the order in which they were made (rule 5). */
const inOrder = (a: Report, b: Report) => a.at.ms - b.at.ms || a.seq - b.seq;

/** The reports that stand for time and status, in order: a pair that goes as a work activity goes in its own place. */
function inLine(visit: Visit): readonly Report[] {
  const activities = visit.steps.filter((step) => step.kind === 'activity');
  const pairs = visit.pairs.flatMap((pair) => [
    ...pairReports(pair),
    ...activities.filter((step) => step.pairId === pair.id),
  ]);
  return visit.finish ? [...pairs, visit.finish] : pairs;
}

const isWaiting = (report: Report) => report.delivery.state === 'queued';

const onItsWay = (report: Report) =>
  report.delivery.state === 'queued' || report.delivery.state === 'sending';

/** The first report of a visit that is not done with, when it may go: all that come after it wait. */
function headOf(visit: Visit): Report | undefined {
  const head = inLine(visit).find((report) => !isSettled(report));
  return head && isWaiting(head) ? head : undefined;
}

/**
 * The steps beside the visit's own reports that may go. A note may go whatever else was refused. A deletion on another
 * work order waits until nothing more is to come there and the right one holds all that was made before it; a status
 * that is put back waits for the deletions before it.
 */
function asidesOf(visits: readonly Visit[], visit: Visit): readonly Report[] {
  const isLeft = visits
    .filter((other) => other.movedTo === visit.id)
    .every((other) => inLine(other).every(isSettled));
  return visit.steps.filter((step) => {
    if (isInOrder(step) || !isWaiting(step)) return false;
    if (step.kind === 'note') return true;
    if (!isLeft) return false;
    const before = reportsOf(visit).filter((each) => each.seq < step.seq && each.kind !== 'note');
    return before.every((each) => isSettled(each) || (!isInOrder(each) && needsPerson(each)));
  });
}

/** Has it a report on its way, and none that needs a person? Then it holds back later reports of its work order. */
const isMoving = (visit: Visit) => {
  const reports = inLine(visit);
  return reports.some(onItsWay) && !reports.some(needsPerson);
};

/**
 * Pairs of other reports that ServiceChannel may hold open on the work order of a check-in: it would make a second open
 * one, and the next check-out would close the wrong one (rule 4).
 */
const openBeside = (visits: readonly Visit[], visit: Visit, report: Report): readonly Pair[] =>
  report.kind === 'check-in'
    ? visits
        .filter(({ workOrderId }) => workOrderId === visit.workOrderId)
        .flatMap(({ pairs }) => pairs)
        .filter((pair) => pair.checkIn.id !== report.id && mayBeOpenThere(pair))
    : [];

/** Closes what is open there: its check-in has had its turn, and others wait for this. */
const closesOpen = (report: Report): boolean =>
  report.kind === 'check-out' || (report.kind === 'activity' && report.change === 'correct');

/** Has the same work order an earlier report, of another visit, that is still on its way? One that needs a person does not count. */
function mustWait(visits: readonly Visit[], visit: Visit, report: Report): boolean {
  if (report.kind === 'note' || closesOpen(report)) return false;
  if (openBeside(visits, visit, report).length > 0) return true;
  return visits.some((other) => {
    if (other.id === visit.id || !isMoving(other)) return false;
    // The visit that this one took the place of leaves the wrong work order first: one user is at one place.
    if (other.movedTo === visit.id) return true;
    if (other.workOrderId !== orderOf(visit, report)) return false;
    return inLine(other).some((each) => onItsWay(each) && inOrder(each, report) < 0);
  });
}

/**
 * The reports that may go now, in order. Each visit offers one of its own at most, and what repairs beside them; a
 * visit whose report was refused or is in question offers none of its own and holds no other back.
 */
export function sendable(visits: readonly Visit[]): readonly Report[] {
  return visits
    .flatMap((visit) => {
      const head = headOf(visit);
      const asides = asidesOf(visits, visit);
      const ready = head ? [head, ...asides] : asides;
      return ready.filter((report) => !mustWait(visits, visit, report));
    })
    .sort(inOrder);
}

/** Reports of these visits that ServiceChannel has not recorded and that need no decision by a person. */
export const waitingCount = (visits: readonly Visit[]): number =>
  visits.flatMap(reportsOf).filter(onItsWay).length;

/** Reports that were sent without an answer, or are in question. */
export const unanswered = (visits: readonly Visit[]): readonly Report[] =>
  visits
    .flatMap(reportsOf)
    .filter((report) => report.delivery.state === 'sending' || report.delivery.state === 'unconfirmed');

/** Only a person can have it closed there. */
const needsDecision = (pair: Pair) => pair.leftOpen !== null || pairReports(pair).some(needsPerson);

/** Conditions that keep every report. */
export interface Holding {
  readonly signedIn: boolean;
  readonly offline: boolean;
  readonly rush: boolean;
}

/** Why a queued report has not gone yet; null where nothing keeps it. */
export function waitsFor(
  visits: readonly Visit[],
  visit: Visit,
  report: Report,
  { signedIn, offline, rush }: Holding,
): 'decision' | 'earlier' | 'sign-in' | 'connection' | 'limit' | null {
  if (report.delivery.state !== 'queued') return null;
  if (!sendable(visits).some(({ id }) => id === report.id)) {
    const before = reportsOf(visit).filter((each) => each.seq < report.seq && isInOrder(each));
    if (openBeside(visits, visit, report).some(needsDecision)) return 'decision';
    return before.some((each) => !isSettled(each) && needsPerson(each)) ? 'decision' : 'earlier';
  }
  if (!signedIn) return 'sign-in';
  if (offline) return 'connection';
  return rush ? 'limit' : null;
}
