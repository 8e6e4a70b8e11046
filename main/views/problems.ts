import type { ProblemView } from '../../preload/contract.ts';
import { certainTime, takesActivity } from '../records/as-activity.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import { pairOf } from '../visit/edit.ts';
import { takenBack, takesNone } from '../visit/left-open.ts';
import { colleagueOf, mayBeOpenThere, orderOf, reportsOf } from '../visit/phase.ts';
import type { Problem } from '../visit/problem.ts';
import { mayGoAsActivity } from '../visit/repairs.ts';
import { DAY, MINUTE, SECOND } from '../visit/time.ts';
import type { Pair, Report, Stamp, Visit } from '../visit/types.ts';
import { changeOf } from './changes.ts';
import { remediesOf } from './remedies.ts';

/** The known facts of work orders, on which some remedies depend. */
export interface OrderSource {
  readonly known: (workOrderId: number) => KnownWorkOrder | null;
  /** Whether the order was read after its last refusal, in this run. */
  readonly isFresh: (workOrderId: number) => boolean;
  /** Corrected instant, ms. */
  readonly now: number;
}

const problemOf = ({ delivery }: Report): Problem | null =>
  delivery.state === 'refused' ? delivery.problem : null;

/**
 * The first instant at which a premature check-in may be, where it is known and near enough: ServiceChannel takes times
 * up to 24 h ahead.
 */
function earliestOf(report: Report, pair: Pair | undefined, source: OrderSource, id: number): number | null {
  if (problemOf(report)?.reason !== 'premature' || pair?.checkIn !== report) return null;
  const at = certainTime(source.known(id)?.order.callDate ?? null);
  if (at === null || at <= report.at.ms) return null;
  const whole = Math.ceil(at / SECOND) * SECOND;
  return whole <= (pair.checkOut?.at.ms ?? source.now + DAY) ? whole : null;
}

/** The last word to the client about a report: on its way, or recorded. */
function toldOf(visit: Visit, report: Report): ProblemView['told'] {
  const note = visit.steps.findLast((step) => step.kind === 'note' && step.about === report.id);
  const state = note?.delivery.state;
  if (!note || (state !== 'queued' && state !== 'sending' && state !== 'recorded')) return null;
  return { at: note.at, recorded: state === 'recorded' };
}

const atOf = (report: Report): Stamp => (report.kind === 'deletion' ? report.from : report.at);

/** A report that a person is asked or told about. */
interface AskedProblem {
  readonly report: Report;
  readonly pair: Pair | undefined;
  readonly state: ProblemView['state'];
}

/** The problem of a pair whose check-out was given up. */
function problemOfGivenUp(pair: Pair): AskedProblem | null {
  const { checkOut, givenUp } = pair;
  const last = givenUp.at(-1);
  switch (pair.leftOpen?.stands) {
    case 'parked':
      return checkOut && { report: checkOut, pair, state: 'parked' };
    case 'closed':
      return last ? { report: last, pair, state: 'closed' } : null;
    case 'unread':
    case 'on-site':
    case 'gone':
      return last && !checkOut ? { report: last, pair, state: 'on-site' } : null;
    default:
      return null;
  }
}

function askedIn(visit: Visit): readonly AskedProblem[] {
  const open = reportsOf(visit).flatMap((report): AskedProblem[] => {
    const { state } = report.delivery;
    return state === 'refused' || state === 'unconfirmed'
      ? [{ report, state, pair: pairOf(visit, report) }]
      : [];
  });
  return [...open, ...visit.pairs.flatMap((pair) => problemOfGivenUp(pair) ?? [])];
}

const hasStatus = (report: Report): boolean =>
  report.kind === 'check-out' &&
  report.leaving.action === 'Complete' &&
  report.leaving.primaryStatus !== 'NoStatusChange';

/** Its check-in is on the record, or may be: given up, it stays open there. */
const leavesOpen = (report: Report, pair: Pair | undefined): boolean =>
  pair !== undefined &&
  (pair.checkOut === report || (report.kind === 'activity' && report.change === 'correct')) &&
  mayBeOpenThere(pair);

function problemView(visit: Visit, asked: AskedProblem, source: OrderSource): ProblemView {
  const { report, pair, state } = asked;
  const id = orderOf(visit, report);
  const known = source.known(id);
  const problem = problemOf(report);
  const earliest = earliestOf(report, pair, source, id);
  const isMoved = visit.movedTo !== null;
  const change = changeOf(visit, report, pair, known);
  const told = toldOf(visit, report);
  const isWhole = mayGoAsActivity({ visit, report, pair }) && pair !== undefined && problem !== null;
  const mistaken = isMoved || report.kind === 'deletion';
  const closedAt = pair?.leftOpen?.closedAt ?? null;
  const offered = remediesOf({
    kind: report.kind,
    state,
    reason: problem?.reason ?? null,
    mistaken: isMoved,
    told: told !== null,
    changeable: change !== null,
    activity: isWhole && takesActivity(pair, problem.reason, known, source.isFresh(id)),
    earliest: earliest !== null,
    held: problem?.held !== undefined,
    status: hasStatus(report),
    takesNone: pair?.leftOpen ? takesNone(pair.leftOpen) : false,
    sendable: takenBack({ visit, report }) !== null,
  });
  return {
    ...offered,
    reportId: report.id,
    visitId: visit.id,
    kind: report.kind,
    pause: !isMoved && report.kind === 'check-out' && report.leaving.action === 'Cancel',
    workOrderId: id,
    colleague: colleagueOf(visit),
    at: atOf(report),
    state,
    problem,
    subscriber: known?.order.subscriberName ?? null,
    change,
    minutes: pair?.checkOut ? Math.floor((pair.checkOut.at.ms - pair.checkIn.at.ms) / MINUTE) : null,
    stay: pair ? stayOf(pair, report) : null,
    open: leavesOpen(report, pair),
    mistaken,
    kept: !mistaken && pair !== undefined && problem !== null,
    earliest: earliest === null ? null : { ms: earliest, offset: report.at.offset },
    told,
    closedAt,
    unread: pair?.leftOpen?.stands === 'unread',
    gone: pair?.leftOpen?.stands === 'gone',
  };
}

/** The stay as the technician had it: a check-out that was given up has its own end. */
function stayOf(pair: Pair, report: Report): NonNullable<ProblemView['stay']> {
  const isGivenUp = pair.givenUp.some((each) => each === report);
  const to = isGivenUp ? report.at : (pair.checkOut?.at ?? null);
  return { from: pair.checkIn.at, to, techsCount: pair.techsCount };
}

/** Every report of a visit that needs a person, and what became of check-outs that were given up. */
export const problemsOf = (visit: Visit, source: OrderSource): readonly ProblemView[] =>
  askedIn(visit).map((asked) => problemView(visit, asked, source));

/** Is a person needed? Not where the client was told, nor where it is only said how the visit stands. */
export const isUnanswered = ({ state, told }: ProblemView): boolean =>
  told === null && state !== 'on-site' && state !== 'closed';
