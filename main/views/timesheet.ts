import type { LeftAs, SheetDay, SheetOrder, SheetPair, WeekView } from '../../preload/contract.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import { pairState, standingOut } from '../visit/pair-state.ts';
import { isOwn, livePairs } from '../visit/phase.ts';
import type { Pair, Visit } from '../visit/types.ts';
import type { Span } from '../visit/week.ts';
import { invoiceLines } from './invoice.ts';
import { differencesOf, recordOf } from './sheet-record.ts';
import type { SheetSource } from './sheet-source.ts';
import {
  goesOn,
  isWork,
  type OrderStretch,
  orderStretches,
  pairEnd,
  timeOfKind,
  within,
  workedAndPaused,
} from './sheet-time.ts';
import { askedView, trailView } from './sheet-trail.ts';
import { typeName } from './visits.ts';

const storeOf = (known: KnownWorkOrder | null): string | null =>
  known ? (known.order.store ?? known.order.storeId) : null;

/** A check-in sets the one (seed); the other was read before it. */
const TAKES_CORRECTIONS: readonly string[] = ['IN PROGRESS', 'OPEN'];

/** Corrections are taken only while an order is In Progress (API.md); null where it may be. */
const closedStatus = (known: KnownWorkOrder | null): string | null => {
  const status = known?.order.statusPrimary ?? null;
  return status === null || TAKES_CORRECTIONS.includes(status.toUpperCase()) ? null : status;
};

/** How a pair was left. */
export function leftAs(pair: Pair): LeftAs {
  const out = standingOut(pair);
  if (!out) return 'open';
  return out.leaving.action === 'Cancel' ? 'paused' : out.leaving.primaryStatus;
}

/** The pairs of these visits that have time in a span, in order of their check-ins; one over midnight is one. */
export function pairsIn(visits: readonly Visit[], span: Span, now: number) {
  return visits
    .flatMap((visit) => livePairs(visit).map((pair) => ({ visit, pair })))
    .filter(({ visit, pair: { checkIn }, pair }) => {
      const end = pairEnd(pair, goesOn(visit, pair), now);
      return checkIn.at.ms < span.to && (end > span.from || checkIn.at.ms >= span.from);
    })
    .sort((a, b) => a.pair.checkIn.at.ms - b.pair.checkIn.at.ms || a.pair.checkIn.seq - b.pair.checkIn.seq);
}

function sheetPair(visit: Visit, pair: Pair, { now, known, kept }: SheetSource): SheetPair {
  const order = known(visit.workOrderId);
  return {
    pairId: pair.id,
    workOrderId: visit.workOrderId,
    store: storeOf(order),
    workTypeId: pair.workTypeId,
    workTypeName: typeName(pair.workTypeId, order),
    techsCount: pair.techsCount,
    checkIn: pair.checkIn.at,
    checkOut: standingOut(pair)?.at ?? null,
    length: pairEnd(pair, goesOn(visit, pair), now) - pair.checkIn.at.ms,
    leftAs: leftAs(pair),
    state: pairState(pair, visit),
    reportedBy: pair.reportedBy,
    trail: trailView(visit, pair),
    asked: askedView(visit, pair, kept),
    orderStatus: closedStatus(order),
  };
}

function sheetDay(day: Span, all: readonly OrderStretch[], source: SheetSource): SheetDay {
  const own = within(all, day).toSorted((a, b) => a.from - b.from);
  return {
    ...day,
    stretches: own,
    ...workedAndPaused(own),
    orders: new Set(own.filter(isWork).map(({ workOrderId }) => workOrderId)).size,
    record: recordOf(day, source),
  };
}

function orderViews(all: readonly OrderStretch[], { known }: SheetSource): readonly SheetOrder[] {
  return [...Map.groupBy(all, ({ workOrderId }) => workOrderId)].map(([workOrderId, own]) => ({
    workOrderId,
    store: storeOf(known(workOrderId)),
    onSite: timeOfKind(own, 'on site'),
    travel: timeOfKind(own, 'travel'),
    paused: timeOfKind(own, 'paused'),
  }));
}

/** A week as its window shows it: what was moved, undone or given up counts nowhere, and everything else once. */
export function weekView(source: SheetSource): WeekView {
  const { week, now } = source;
  // A colleague's hours are theirs; the company's lines count both.
  const visits = source.visits.filter(isOwn);
  const all = visits.flatMap((visit) => orderStretches(visit, now));
  const pairs = pairsIn(visits, week, now).map(({ visit, pair }) => sheetPair(visit, pair, source));
  return {
    from: week.from,
    to: week.to,
    days: week.days.map((day) => sheetDay(day, all, source)),
    pairs,
    orders: orderViews(within(all, week), source),
    invoice: invoiceLines(source),
    ...differencesOf({ ...source, visits }),
  };
}
