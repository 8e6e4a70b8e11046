import type { ProblemView, RemedyName } from '../../preload/contract.ts';
import { CLOSED } from '../records/order-watch.ts';
import { hasOffset } from '../servicechannel/times.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import { pairOf } from '../visit/edit.ts';
import { orderOf, reportsOf } from '../visit/phase.ts';
import type { Problem, RefusalReason } from '../visit/problem.ts';
import { mayGoAsActivity } from '../visit/repairs.ts';
import { DAY, MINUTE, SECOND } from '../visit/time.ts';
import type { Pair, Report, Stamp, Visit } from '../visit/types.ts';

/** What is known of work orders, on which some remedies depend. */
export interface OrderSource {
  readonly known: (workOrderId: number) => KnownWorkOrder | null;
  /** What is known was read after the last refusal there, in this run. */
  readonly isFresh: (workOrderId: number) => boolean;
  /** Corrected instant, ms. */
  readonly now: number;
}

const problemOf = ({ delivery }: Report): Problem | null =>
  delivery.state === 'refused' ? delivery.problem : null;

/** An instant that says its offset, ms; null when there is none: whose time it would be nobody has published. */
const certainTime = (text: string | null): number | null =>
  text !== null && hasOffset(text) ? Date.parse(text) : null;

/** POST …/workactivities is for work orders In Progress, not before their scheduled date (API.md, Repairing a record). */
function takesActivity(
  pair: Pair,
  reason: RefusalReason,
  known: KnownWorkOrder | null,
  fresh: boolean,
): boolean {
  const status = known?.order.statusPrimary ?? null;
  const scheduled = certainTime(known?.order.scheduledDate ?? null);
  if (scheduled !== null && pair.checkIn.at.ms < scheduled) return false;
  const inProgress = status?.toUpperCase() === 'IN PROGRESS';
  return CLOSED.includes(reason) ? fresh && inProgress : inProgress || status === null;
}

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

interface Offers {
  readonly activity: boolean;
  readonly earliest: boolean;
  readonly kind: Report['kind'];
}

function remediesFor(reason: RefusalReason, offers: Offers) {
  const activity: readonly RemedyName[] = offers.activity ? ['record-activity'] : [];
  const given: Partial<Record<RefusalReason, readonly RemedyName[]>> = {
    completed: ['tell-client', 'send-again', ...activity],
    'closed-for-check-in': ['tell-client', 'send-again', ...activity],
    'out-of-date': [...activity, 'tell-client', 'send-again'],
    premature: offers.earliest ? ['check-in-at', 'send-again'] : ['send-again'],
    'not-checked-in': ['tell-client', 'send-again'],
    // ServiceChannel's phone line takes it without that permission.
    'xml-permission': offers.kind === 'check-in' ? ['by-phone', 'send-again'] : ['send-again'],
    // 405/406 may also mean "already processed" (API.md), which only a person can look up.
    'not-allowed': ['send-again', 'it-was-recorded'],
  };
  return given[reason] ?? ['send-again'];
}

function remediesOf(
  visit: Visit,
  report: Report,
  pair: Pair | undefined,
  source: OrderSource,
): readonly RemedyName[] {
  const problem = problemOf(report);
  const id = orderOf(visit, report);
  if (!problem) return ['it-was-recorded', 'send-again', 'discard'];
  const { reason } = problem;
  if (visit.movedTo !== null) return ['tell-client', 'send-again', 'discard'];
  switch (report.kind) {
    case 'activity':
    case 'deletion':
      return ['tell-client', 'send-again', 'discard'];
    case 'restore':
      return report.status ? ['tell-client', 'send-again', 'discard'] : ['tell-client', 'discard'];
    case 'check-in':
    case 'check-out': {
      const activity =
        mayGoAsActivity({ report, pair }) &&
        pair !== undefined &&
        takesActivity(pair, reason, source.known(id), source.isFresh(id));
      const earliest = earliestOf(report, pair, source, id) !== null;
      const first: readonly RemedyName[] = problem.held === undefined ? [] : ['correct-record'];
      const number: readonly RemedyName[] =
        reason === 'not-found' && report.kind === 'check-in' ? ['wrong-number'] : [];
      return [
        ...number,
        ...first,
        ...remediesFor(reason, { activity, earliest, kind: report.kind }),
        'discard',
      ];
    }
    default:
      return [...remediesFor(reason, { activity: false, earliest: false, kind: report.kind }), 'discard'];
  }
}

/** The last word to the client about a report: on its way, or recorded. */
function toldOf(visit: Visit, report: Report): ProblemView['told'] {
  const note = visit.steps.findLast((step) => step.kind === 'note' && step.about === report.id);
  const state = note?.delivery.state;
  if (!note || (state !== 'queued' && state !== 'sending' && state !== 'recorded')) return null;
  return { at: note.at, recorded: state === 'recorded' };
}

const atOf = (report: Report): Stamp => (report.kind === 'deletion' ? report.from : report.at);

function problemView(visit: Visit, report: Report, source: OrderSource): ProblemView[] {
  if (report.delivery.state !== 'refused' && report.delivery.state !== 'unconfirmed') return [];
  const pair = pairOf(visit, report);
  const workOrderId = orderOf(visit, report);
  const problem = problemOf(report);
  const earliest = earliestOf(report, pair, source, workOrderId);
  const isMoved = visit.movedTo !== null;
  return [
    {
      reportId: report.id,
      visitId: visit.id,
      kind: report.kind,
      pause: !isMoved && report.kind === 'check-out' && report.leaving.action === 'Cancel',
      workOrderId,
      at: atOf(report),
      state: report.delivery.state,
      problem,
      subscriber: source.known(workOrderId)?.order.subscriberName ?? null,
      remedies: remediesOf(visit, report, pair, source),
      minutes: pair?.checkOut ? Math.floor((pair.checkOut.at.ms - pair.checkIn.at.ms) / MINUTE) : null,
      stay: pair
        ? { from: pair.checkIn.at, to: pair.checkOut?.at ?? null, techsCount: pair.techsCount }
        : null,
      mistaken: isMoved || report.kind === 'deletion',
      kept: !isMoved && pair !== undefined && problem !== null && CLOSED.includes(problem.reason),
      earliest: earliest === null ? null : { ms: earliest, offset: report.at.offset },
      told: toldOf(visit, report),
    },
  ];
}

/** Every report of a visit that needs a person. */
export const problemsOf = (visit: Visit, source: OrderSource): readonly ProblemView[] =>
  reportsOf(visit).flatMap((report) => problemView(visit, report, source));
