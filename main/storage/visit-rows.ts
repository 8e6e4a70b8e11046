import * as v from 'valibot';
import { REFUSAL_REASONS } from '../visit/problem.ts';
import { type CheckIn, type LeftOpen, type Pair, REPORTED_BY, STANDS, type Visit } from '../visit/types.ts';
import { checkInOf, checkOutOf, type ReportRow, statusChangeOf } from './rows.ts';
import { StampShape, StatusShape, stepsOf } from './step-rows.ts';

/** A row of `visit`. */
export const VisitRow = v.object({
  id: v.string(),
  work_order_id: v.number(),
  user_id: v.number(),
  server: v.string(),
  arrival_type_id: v.number(),
  ended_at: v.nullable(v.number()),
  status_before: v.nullable(v.pipe(v.string(), v.parseJson(), StatusShape)),
  moved_to: v.nullable(v.string()),
});

const LeftOpenShape = v.object({
  reason: v.nullable(v.picklist(REFUSAL_REASONS)),
  stands: v.picklist(STANDS),
  closedAt: v.nullable(v.number()),
});

const EarlierShape = v.object({
  from: StampShape,
  until: v.nullable(StampShape),
  changedAt: v.number(),
});

/** A row of `pair`. */
export const PairRow = v.object({
  id: v.string(),
  work_type_id: v.number(),
  user_id: v.number(),
  techs_count: v.number(),
  noted: v.number(),
  doubted: v.number(),
  reported_by: v.picklist(REPORTED_BY),
  left_open: v.nullable(v.pipe(v.string(), v.parseJson(), LeftOpenShape)),
  edits: v.pipe(v.string(), v.parseJson(), v.array(EarlierShape)),
});

/** The visit that its rows are; reports by `seq`, pairs by their position. */
export function visitOf(
  row: v.InferOutput<typeof VisitRow>,
  pairs: readonly v.InferOutput<typeof PairRow>[],
  reports: readonly ReportRow[],
): Visit {
  // One that was given up may have been followed by another.
  const finish = reports.findLast((report) => report.kind === 'status');
  return {
    id: row.id,
    workOrderId: row.work_order_id,
    userId: row.user_id,
    server: row.server,
    arrivalTypeId: row.arrival_type_id,
    endedAt: row.ended_at,
    statusBefore: row.status_before,
    movedTo: row.moved_to,
    steps: reports.flatMap(stepsOf),
    finish: finish ? statusChangeOf(finish) : null,
    pairs: pairs.map((pair) => toPair(pair, reports)),
  };
}

/** Its check-outs were given up, and it is on site again; a check-in that was given up took its own along. */
const isOpenAgain = (left: LeftOpen | null, checkIn: CheckIn): boolean =>
  left !== null &&
  left.stands !== 'parked' &&
  left.stands !== 'closed' &&
  checkIn.delivery.state !== 'discarded';

/** @throws when its check-in is missing */
function toPair(row: v.InferOutput<typeof PairRow>, reports: readonly ReportRow[]): Pair {
  const own = reports.filter((report) => report.pair_id === row.id);
  const into = own.find((report) => report.kind === 'check-in');
  const outs = own.filter((report) => report.kind === 'check-out').map(checkOutOf);
  if (!into) throw new Error('a pair without its check-in');
  const checkIn = checkInOf(into);
  const checkOut = isOpenAgain(row.left_open, checkIn) ? null : (outs.at(-1) ?? null);
  return {
    id: row.id,
    workTypeId: row.work_type_id,
    userId: row.user_id,
    techsCount: row.techs_count,
    noted: row.noted === 1,
    doubted: row.doubted === 1,
    reportedBy: row.reported_by,
    checkIn,
    checkOut,
    givenUp: outs.filter((out) => out !== checkOut),
    leftOpen: row.left_open,
    edits: row.edits,
  };
}
