import type {
  DeliverySummary,
  DifferingView,
  ProblemView,
  RecentView,
  Snapshot,
  VisitView,
  WorkOrderView,
} from '../../preload/contract.ts';
import { waitingCount } from '../outbox/next.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import {
  currentVisit,
  isOwn,
  lastPair,
  livePairs,
  pausedVisits,
  phaseOf,
  reportsOf,
} from '../visit/phase.ts';
import { differingMechanicIds, stretches } from '../visit/totals.ts';
import { type Pair, REPAIR, TRAVEL, type Visit } from '../visit/types.ts';
import { type Instant, isAhead } from '../visit/when.ts';
import { dayView } from './day.ts';
import { lateView } from './late.ts';
import { leavingsView } from './leavings.ts';
import { obstacleOf } from './obstacles.ts';
import { isUnanswered, type OrderSource, problemsOf } from './problems.ts';
import { unreportedOf } from './unreported.ts';

/** The facts that the visits' view is made from. */
export interface VisitsSource extends OrderSource {
  /** Those that the signed-in user reports: their own, and their colleagues'. */
  readonly visits: readonly Visit[];
  readonly offlineSince: number | null;
  /** `now` by this computer's clock, ms. */
  readonly clickedAt: number;
  readonly between: string | null;
}

type VisitsPart = Pick<
  Snapshot,
  | 'current'
  | 'paused'
  | 'recent'
  | 'day'
  | 'leavings'
  | 'problems'
  | 'unreported'
  | 'late'
  | 'differing'
  | 'delivery'
>;

const MOST_RECENT = 5;

/** `1 Main Street, Springfield IL`: Address2 is the street (API.md); what is missing is left out. */
export function addressOf({
  street,
  addition,
  city,
  state,
}: Pick<KnownWorkOrder['order'], 'street' | 'addition' | 'city' | 'state'>): string | null {
  const town = [city, state].filter(Boolean).join(' ');
  return [street ?? addition, town].filter(Boolean).join(', ') || null;
}

/** A work order as windows show it. */
export function workOrderView({ order, workTypes, lacksPermission }: KnownWorkOrder): WorkOrderView {
  return {
    id: order.id,
    store: order.store ?? order.storeId,
    address: addressOf(order),
    trade: order.trade,
    priority: order.priority,
    description: order.description,
    status: [order.statusPrimary, order.statusExtended].filter(Boolean).join(' / ') || null,
    subscriber: order.subscriberName,
    lacksPermission,
    obstacle: obstacleOf(order),
    deniedReason: order.isCheckInDenied ? (order.checkInDeniedReason ?? '') : null,
    workTypes,
  };
}

/** The name of a work type, as its subscriber has it; null where that is not known. */
export const typeName = (id: number, known: KnownWorkOrder | null): string | null =>
  known?.workTypes.find((type) => type.id === id)?.name ?? null;

function visitView(visit: Visit, pair: Pair, known: KnownWorkOrder | null, instant: Instant): VisitView {
  const first = livePairs(visit)[0] ?? pair;
  const going = !pair.checkOut;
  // Until the instant it began, the stretch that is still going has no length: everything else has ended.
  const ended = stretches(visit, pair.checkIn.at.ms);
  const kind = pair.workTypeId === TRAVEL ? 'travel' : 'on site';
  return {
    id: visit.id,
    workOrderId: visit.workOrderId,
    phase: phaseOf(visit),
    workTypeId: pair.workTypeId,
    workTypeName: typeName(pair.workTypeId, known),
    techsCount: pair.techsCount,
    since: first.checkIn.at,
    pausedAt: pair.checkOut?.at ?? null,
    closed: going ? ended.slice(0, -1) : ended,
    open: going ? { kind, from: pair.checkIn.at.ms } : null,
    hasForm: pair.workTypeId === REPAIR,
    countsFrom:
      going && isAhead(pair.checkIn, instant)
        ? { at: pair.checkIn.at, sent: pair.checkIn.delivery.state === 'recorded' }
        : null,
    byPhone: pair.reportedBy === 'phone',
    workOrder: known && workOrderView(known),
  };
}

function view(visit: Visit, source: VisitsSource): VisitView | null {
  const pair = lastPair(visit);
  return pair ? visitView(visit, pair, source.known(visit.workOrderId), source) : null;
}

function differingViews(visit: Visit): DifferingView[] {
  return differingMechanicIds(visit).map((each) => ({ ...each, workOrderId: visit.workOrderId }));
}

/** In one line, where the reports of these visits are on their way. What needs a person comes before what waits. */
function deliveryOf(
  { visits, offlineSince, between }: VisitsSource,
  problems: readonly ProblemView[],
): DeliverySummary {
  const reports = visits.flatMap(reportsOf);
  const attention = problems.filter(isUnanswered).length;
  const told = problems.filter(({ told, state }) => told !== null && state !== 'parked').length;
  const waiting = waitingCount(visits);
  const queued = reports.some((report) => report.delivery.state === 'queued');
  const sending = reports.some((report) => report.delivery.state === 'sending');
  if (attention > 0) return { kind: 'attention', count: attention, waiting, offlineSince, between };
  // A queue without a connection is shown as waiting; one that is moving, as sending.
  if (queued && (offlineSince !== null || !sending))
    return { kind: 'waiting', count: waiting, waiting, offlineSince, between };
  if (sending) return { kind: 'sending', count: waiting, waiting, offlineSince, between };
  if (told > 0) return { kind: 'told', count: told, waiting, offlineSince: null, between: null };
  return { kind: 'recorded', count: 0, waiting, offlineSince: null, between: null };
}

function recentViews(source: VisitsSource, shown: VisitView | null): RecentView[] {
  const newest = source.visits
    .toReversed()
    .filter((visit) => lastPair(visit) && visit.workOrderId !== shown?.workOrderId);
  const paused = pausedVisits(newest);
  const ordered = [...paused, ...newest.filter((visit) => !paused.includes(visit))];
  const ids = [...new Set(ordered.map((visit) => visit.workOrderId))].slice(0, MOST_RECENT);
  return ids.map((workOrderId) => {
    const known = source.known(workOrderId);
    const isPaused = paused.some((visit) => visit.workOrderId === workOrderId);
    return { workOrderId, paused: isPaused, workOrder: known && workOrderView(known) };
  });
}

/** The part of the snapshot that comes from the visits. */
export function visitsPart(source: VisitsSource): VisitsPart {
  const { visits: all } = source;
  const visits = all.filter(isOwn);
  const current = currentVisit(visits);
  const shown = current ? view(current, source) : null;
  const problems = all.flatMap((visit) => problemsOf(visit, source));
  return {
    current: shown,
    paused: pausedVisits(visits).flatMap((visit) => (visit === current ? [] : (view(visit, source) ?? []))),
    recent: recentViews({ ...source, visits }, shown),
    day: dayView(visits, source.now),
    leavings: leavingsView(visits),
    problems,
    unreported: unreportedOf(visits),
    late: lateView(all, source.now),
    differing: all.flatMap(differingViews),
    delivery: deliveryOf(source, problems),
  };
}
