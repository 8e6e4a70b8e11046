import type { DeliveryRow, ProofPair, ProofView } from '../../preload/contract.ts';
import { begunIn, type Own, stayOf, upToDate } from '../records/day-comparer.ts';
import { type OwnBeside, ownBeside } from '../records/granted.ts';
import type { KeptDay } from '../storage/comparisons.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import { livePairs, reportsOf } from '../visit/phase.ts';
import { MINUTE } from '../visit/time.ts';
import type { Pair, Report, Visit } from '../visit/types.ts';
import type { Span } from '../visit/week.ts';
import { deliveryRow, type Kept } from './delivery.ts';
import { stayView } from './sheet-record.ts';
import { askedView, trailView } from './sheet-trail.ts';
import { leftAs } from './timesheet.ts';
import { typeName } from './visits.ts';

/** The facts that a proof is made from. */
export interface ProofSource {
  readonly workOrderId: number;
  /** Every visit of one technician with the work order. */
  readonly visits: readonly Visit[];
  readonly technician: string;
  readonly order: KnownWorkOrder | null;
  readonly now: number;
  readonly kept: (day: number) => KeptDay | null;
  readonly tries: (reportId: string) => readonly Kept[];
  /** The local day of an instant (ms). */
  readonly dayOf: (ms: number) => Span;
}

interface Compared {
  readonly beside: readonly OwnBeside[];
  readonly at: number;
}

/** The order's two records on a day; null where they were not compared since something changed here. */
function comparedOn(day: Span, { visits, workOrderId, kept, now }: ProofSource): Compared | null {
  const own = begunIn(visits, day);
  const read = upToDate(kept(day.from), own);
  if (!read) return null;
  const there = read.held.filter((stay) => stay.workOrderId === workOrderId);
  return { beside: ownBeside(own, there, now), at: read.comparedAt };
}

const mechanicId = (report: Report | null): number | null =>
  report?.delivery.state === 'recorded' ? report.delivery.mechanicId : null;

/** The click of a report whose time a person gave, ms; null where its time is the click's. */
const clickOf = (report: Report | null): number | null =>
  report && report.correction === null && Math.abs(report.clickedAt - report.at.ms) >= MINUTE
    ? report.clickedAt
    : null;

const resolutionOf = ({ checkOut }: Pair): string | null =>
  checkOut?.leaving.action === 'Complete' ? checkOut.leaving.resolution : null;

function proofPair({ visit, pair }: Own, compared: Compared | null, source: ProofSource): ProofPair {
  const there = compared?.beside.find(({ own }) => own?.pair === pair)?.there ?? null;
  return {
    pairId: pair.id,
    workTypeId: pair.workTypeId,
    workTypeName: typeName(pair.workTypeId, source.order),
    userId: pair.userId,
    here: stayView(stayOf({ visit, pair })),
    there: there && stayView(there),
    comparedAt: compared?.at ?? null,
    mechanicIds: [mechanicId(pair.checkIn), mechanicId(pair.checkOut)],
    clickedAt: [clickOf(pair.checkIn), clickOf(pair.checkOut)],
    leftAs: leftAs(pair),
    resolution: resolutionOf(pair),
    trail: trailView(visit, pair),
    asked: askedView(visit, pair, source.kept),
  };
}

function reportRows({ visits, tries }: ProofSource): readonly DeliveryRow[] {
  return visits
    .flatMap((visit) => reportsOf(visit).map((report) => ({ visit, report })))
    .toSorted((a, b) => a.report.seq - b.report.seq)
    .map(({ visit, report }) => deliveryRow(visit, report, null, tries(report.id)));
}

const notesIn = (visits: readonly Visit[]): ProofView['notes'] =>
  visits
    .flatMap(({ steps }) => steps)
    .flatMap((step) =>
      step.kind === 'note' && step.delivery.state !== 'discarded'
        ? [{ at: step.at.ms, text: step.text, sent: step.delivery.state === 'recorded' }]
        : [],
    );

/** The proof of time of a work order; null where nothing of it was ever reported from here. */
export function proofView(source: ProofSource): ProofView | null {
  const { visits, order, workOrderId, dayOf } = source;
  if (visits.length === 0) return null;
  const own = visits.flatMap((visit) => livePairs(visit).map((pair) => ({ visit, pair })));
  const days = new Map(own.map(({ pair }) => dayOf(pair.checkIn.at.ms)).map((day) => [day.from, day]));
  const compared = new Map([...days].map(([from, day]) => [from, comparedOn(day, source)]));
  return {
    workOrderId,
    store: order?.order.store ?? order?.order.storeId ?? null,
    address: order ? [order.order.street, order.order.city].filter(Boolean).join(', ') || null : null,
    subscriber: order?.order.subscriberName ?? null,
    technician: source.technician,
    madeAt: source.now,
    pairs: own
      .toSorted((a, b) => a.pair.checkIn.at.ms - b.pair.checkIn.at.ms)
      .map((each) => proofPair(each, compared.get(dayOf(each.pair.checkIn.at.ms).from) ?? null, source)),
    onlyThere: [...compared.values()]
      .flatMap((each) => each?.beside ?? [])
      .flatMap(({ here, there }) => (here === null && there ? [stayView(there)] : [])),
    reports: reportRows(source),
    notes: notesIn(visits),
  };
}
