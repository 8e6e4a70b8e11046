import { aboutOf, waitsForCodes } from '../visit/codes.ts';
import { type FoundReport, QUEUED, setDelivery } from '../visit/edit.ts';
import {
  hasUnknownOutcome,
  isInOrder,
  isSettled,
  needsPerson,
  orderOf,
  pairReports,
  reportsOf,
  technicianOf,
} from '../visit/phase.ts';
import type { Codes, Pair, Report, Visit } from '../visit/types.ts';
import { goesBefore, inLine, inOrder, isMoving, type Order, onItsWay, orderAmong } from './order.ts';

const isWaiting = (report: Report) => report.delivery.state === 'queued';

/** The first report of a visit, when it may go: all that come after it wait. */
function headOf(order: Order, visit: Visit): Report | undefined {
  const head = firstOf(order, visit);
  return head && isWaiting(head) && !waitsForCodes(visit, head) ? head : undefined;
}

/**
 * The report that closes what a check-in or check-out of the same visit waits for: that one is sent again although
 * another stay came after it, and neither would go if both kept their line.
 */
function wayFor(order: Order, visit: Visit, report: Report): Report | undefined {
  const open = openBeside(order, visit, report).filter(({ checkIn }) => isSettled(checkIn));
  const beside = new Set(open.map(({ id }) => id));
  const pairs = visit.pairs.filter(({ id }) => beside.has(id));
  const corrections = visit.steps.filter((step) => step.kind === 'activity' && beside.has(step.pairId));
  const closing = [...pairs.flatMap(({ checkOut }) => checkOut ?? []), ...corrections];
  return closing.find((each) => isWaiting(each) && closesOpen(each));
}

/** The first report of a visit that is not done with, or what must go before it. */
function firstOf(order: Order, visit: Visit): Report | undefined {
  const first = inLine(visit).find((report) => !isSettled(report));
  return first && (wayFor(order, visit, first) ?? first);
}

/** Codes go with their check-out: when its turn has come where the client wants them first, else once it is recorded. */
function isCodesTurn(order: Order, visit: Visit, step: Codes): boolean {
  const about = aboutOf(visit, step);
  if (!about) return false;
  const first = firstOf(order, visit);
  return step.first ? first === about || isSettled(about) : isSettled(about);
}

/**
 * The steps beside the visit's own reports that may go. A note may go whatever else was refused. A deletion on another
 * work order waits until nothing more is to come there and the right one holds all that was made before it; a status
 * that is put back waits for the deletions before it.
 */
function asidesOf(order: Order, visit: Visit): readonly Report[] {
  const isLeft = (order.moved.get(visit.id) ?? []).every((other) => inLine(other).every(isSettled));
  return visit.steps.filter((step) => {
    if (isInOrder(step) || !isWaiting(step)) return false;
    if (step.kind === 'note') return true;
    if (step.kind === 'codes') return isCodesTurn(order, visit, step);
    if (!isLeft) return false;
    const before = reportsOf(visit).filter((each) => each.seq < step.seq && each.kind !== 'note');
    return before.every((each) => isSettled(each) || (!isInOrder(each) && needsPerson(each)));
  });
}

/** Made here after the other, and not begun before it on the phone. */
const beganSince = ({ checkIn: a }: Pair, { checkIn: b }: Pair): boolean =>
  a.seq > b.seq && a.at.ms >= b.at.ms;

/**
 * Pairs of the same technician that ServiceChannel may hold open on the work order of a report, so that it must wait
 * (rule 4): a check-in would make a second open one. A check-out names no check-in, so one that is sent again, after its
 * pair was taken for closed, would close the check-in that was made since. A colleague's there is another's.
 */
function openBeside({ open }: Order, visit: Visit, report: Report): readonly Pair[] {
  if (report.kind !== 'check-in' && report.kind !== 'check-out') return [];
  const own = visit.pairs.find(({ checkIn, checkOut }) => checkIn === report || checkOut === report);
  return (open.get(visit.workOrderId) ?? []).filter(
    (pair) =>
      pair.id !== own?.id &&
      pair.userId === technicianOf(visit) &&
      (report.kind === 'check-in' || (own !== undefined && beganSince(pair, own))),
  );
}

/** Closes what is open there: its check-in has had its turn, and reports of other visits wait for this. */
const closesOpen = (report: Report): boolean =>
  report.kind === 'check-out' || (report.kind === 'activity' && report.change === 'correct');

/** Waits it for the end of an open stay of this visit? Neither would ever go if that stay's visit waited for it. */
const waitsForEndOf = (order: Order, { pairs }: Visit, other: Visit, report: Report): boolean =>
  openBeside(order, other, report).some((open) => pairs.some((pair) => pair.id === open.id));

/** Has the same work order an earlier report, of another visit, that is still on its way? One that needs a person does not count. */
function mustWait(order: Order, visit: Visit, report: Report): boolean {
  if (report.kind === 'note') return false;
  // Codes wait as their check-out does, by whose time they are not: others may wait for it.
  if (report.kind === 'codes') {
    const about = aboutOf(visit, report);
    return about !== undefined && !isSettled(about) && mustWait(order, visit, about);
  }
  if (openBeside(order, visit, report).length > 0) return true;
  if (closesOpen(report)) return false;
  // The visit that this one took the place of leaves the wrong work order first: one user is at one place.
  if (order.moved.get(visit.id)?.some(isMoving)) return true;
  const ahead = order.ahead.get(orderOf(visit, report));
  const first = ahead?.find(
    (each) => each.visit.id !== visit.id && !waitsForEndOf(order, visit, each.visit, each.report),
  );
  return first !== undefined && goesBefore(first.report, report);
}

function readyIn(visits: readonly Visit[], order: Order): readonly Report[] {
  return visits
    .flatMap((visit) => {
      const head = headOf(order, visit);
      const asides = asidesOf(order, visit);
      const ready = head ? [head, ...asides] : asides;
      return ready.filter((report) => !mustWait(order, visit, report));
    })
    .sort(inOrder);
}

/**
 * The reports that may go now, in order. Each visit offers one of its own at most, and what repairs beside them; a
 * visit whose report was refused or is in question offers none of its own and holds no other back.
 */
export const sendable = (visits: readonly Visit[]): readonly Report[] => readyIn(visits, orderAmong(visits));

/**
 * Whether a report that was made ready may still go, or go once more with a new token: what it has to wait for may have
 * come about meanwhile, such as a check-in by phone that is gone on with here.
 */
export function mayStillGo(visits: readonly Visit[], { visit, report }: FoundReport): boolean {
  const queued = setDelivery(visit, report.id, QUEUED);
  const now = visits.map((each) => (each.id === visit.id ? queued : each));
  return sendable(now).some(({ id }) => id === report.id);
}

/** Reports of these visits that ServiceChannel has not recorded and that need no decision by a person. */
export const waitingCount = (visits: readonly Visit[]): number =>
  visits.flatMap(reportsOf).filter(onItsWay).length;

/** Reports that were sent without an answer, or are in question. */
export const unanswered = (visits: readonly Visit[]): readonly Report[] =>
  visits.flatMap(reportsOf).filter(hasUnknownOutcome);

/** Only a person can have it closed there. */
const needsDecision = (pair: Pair) => pair.leftOpen !== null || pairReports(pair).some(needsPerson);

/** Conditions that keep every report. */
export interface Blockers {
  readonly signedIn: boolean;
  readonly offline: boolean;
  /** Something between this computer and ServiceChannel answers. */
  readonly between: boolean;
  readonly rush: boolean;
  /** Its act can still be taken back. */
  readonly isUndoable: (reportId: string) => boolean;
}

/** Tells why a queued report has not gone yet; null where nothing keeps it. */
type WaitsFor = (
  visit: Visit,
  report: Report,
) => 'undo' | 'decision' | 'open' | 'earlier' | 'sign-in' | 'connection' | 'between' | 'limit' | null;

/** Looks at all visits once, to tell of each of their reports why it waits. */
export function waiting(
  visits: readonly Visit[],
  { signedIn, offline, between, rush, isUndoable }: Blockers,
): WaitsFor {
  const order = orderAmong(visits);
  const ready = new Set(readyIn(visits, order).map(({ id }) => id));
  return (visit, report) => {
    if (!isWaiting(report)) return null;
    if (isUndoable(report.id)) return 'undo';
    if (!ready.has(report.id)) {
      const before = reportsOf(visit).filter((each) => each.seq < report.seq && isInOrder(each));
      const beside = openBeside(order, visit, report);
      if (beside.some(needsDecision)) return 'decision';
      if (report.kind === 'check-out' && beside.length > 0) return 'open';
      return before.some((each) => !isSettled(each) && needsPerson(each)) ? 'decision' : 'earlier';
    }
    if (!signedIn) return 'sign-in';
    if (offline) return 'connection';
    if (between) return 'between';
    return rush ? 'limit' : null;
  };
}
