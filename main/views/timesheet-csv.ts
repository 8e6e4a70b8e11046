import { pairState, standingOut } from '../visit/pair-state.ts';
import { livePairs } from '../visit/phase.ts';
import { MINUTE, toIso } from '../visit/time.ts';
import type { Pair, Report, Visit } from '../visit/types.ts';
import type { Span } from '../visit/week.ts';
import { type Cell, csvOf } from './csv.ts';

/** The columns, in the order of INTERFACE.md. */
const HEADER = [
  'work_order',
  'work_type_id',
  'user_id',
  'techs_count',
  'check_in',
  'check_out',
  'minutes',
  'labor_minutes',
  'action_status',
  'primary_status',
  'extended_status',
  'resolution',
  'mechanic_id',
  'delivery',
  'reported_by',
] as const;

type Row = Readonly<Record<(typeof HEADER)[number], Cell>>;

const mechanicIdOf = (report: Report | null): number | null =>
  report?.delivery.state === 'recorded' ? report.delivery.mechanicId : null;

function rowOf(visit: Visit, pair: Pair): Row {
  const { checkIn, techsCount } = pair;
  const checkOut = standingOut(pair);
  const minutes = checkOut && Math.max(0, Math.floor((checkOut.at.ms - checkIn.at.ms) / MINUTE));
  const leaving = checkOut?.leaving;
  const status = leaving?.action === 'Complete' ? leaving : null;
  return {
    work_order: visit.workOrderId,
    work_type_id: pair.workTypeId,
    user_id: pair.userId,
    techs_count: techsCount,
    check_in: toIso(checkIn.at),
    check_out: checkOut && toIso(checkOut.at),
    minutes,
    labor_minutes: minutes === null ? null : minutes * techsCount,
    action_status: leaving?.action ?? null,
    primary_status: status?.primaryStatus ?? null,
    extended_status: status?.extendedStatus ?? null,
    resolution: status?.resolution ?? null,
    mechanic_id: mechanicIdOf(checkIn) ?? mechanicIdOf(checkOut),
    delivery: pairState(pair, visit),
    reported_by: pair.reportedBy,
  };
}

/** The pairs that began in a span, as CSV for an office (INTERFACE.md, Timesheet CSV). */
export function timesheetCsv(visits: readonly Visit[], span: Span): string {
  const rows = visits
    .flatMap((visit) => livePairs(visit).map((pair) => ({ visit, pair })))
    .filter(({ pair: { checkIn } }) => checkIn.at.ms >= span.from && checkIn.at.ms < span.to)
    .sort((a, b) => a.pair.checkIn.at.ms - b.pair.checkIn.at.ms || a.pair.checkIn.seq - b.pair.checkIn.seq)
    .map(({ visit, pair }) => rowOf(visit, pair));
  return csvOf(
    HEADER,
    rows.map((row) => HEADER.map((name) => row[name])),
  );
}
