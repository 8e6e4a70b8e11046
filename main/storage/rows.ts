import * as v from 'valibot';
import { REFUSAL_REASONS } from '../visit/problem.ts';
import {
  type CheckIn,
  type CheckOut,
  type Delivery,
  PRIMARY_STATUSES,
  RECORDED_BY,
  type Report,
  SET_STATUSES,
  type Stamp,
  type StatusChange,
} from '../visit/types.ts';

/** A row of `report` as it lies in the database: the edge where a file's content becomes a typed report. */
export const ReportRow = v.object({
  id: v.string(),
  visit_id: v.string(),
  pair_id: v.nullable(v.string()),
  kind: v.picklist(['check-in', 'check-out', 'status', 'note', 'activity', 'deletion', 'restore', 'codes']),
  seq: v.number(),
  at_ms: v.number(),
  at_offset: v.number(),
  clicked_at: v.number(),
  correction: v.nullable(v.number()),
  action_status: v.nullable(v.picklist(['Cancel', 'Complete'])),
  primary_status: v.nullable(v.picklist(PRIMARY_STATUSES)),
  extended_status: v.nullable(v.string()),
  resolution: v.nullable(v.string()),
  state: v.picklist(['queued', 'sending', 'recorded', 'refused', 'unconfirmed', 'replaced', 'discarded']),
  since: v.nullable(v.number()),
  mechanic_id: v.nullable(v.number()),
  /** How it is known to be recorded; of one that is replaced, the id of the report that replaces it. */
  recorded_by: v.nullable(v.string()),
  problem: v.nullable(v.string()),
  details: v.nullable(v.string()),
});
export type ReportRow = v.InferOutput<typeof ReportRow>;

const RecordedBy = v.picklist(RECORDED_BY);

const ProblemText = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    reason: v.picklist(REFUSAL_REASONS),
    message: v.string(),
    httpStatus: v.number(),
    codes: v.array(v.string()),
    held: v.optional(v.object({ from: v.number(), to: v.number() })),
  }),
);

const SetAgainText = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    since: v.number(),
    was: v.nullable(
      v.object({
        primaryStatus: v.picklist(SET_STATUSES),
        extendedStatus: v.nullable(v.string()),
        resolution: v.nullable(v.string()),
        by: RecordedBy,
      }),
    ),
  }),
);

function deliveryOf(row: ReportRow): Delivery {
  switch (row.state) {
    case 'sending':
    case 'unconfirmed':
      return { state: row.state, since: row.since ?? row.at_ms };
    case 'recorded':
      return {
        state: row.state,
        mechanicId: row.mechanic_id,
        by: v.parse(RecordedBy, row.recorded_by ?? 'answer'),
      };
    case 'refused':
      return { state: row.state, problem: v.parse(ProblemText, row.problem) };
    case 'replaced':
      return { state: row.state, by: v.parse(v.string(), row.recorded_by) };
    default:
      return { state: row.state };
  }
}

/** The columns that every report has. */
export const reportColumns = (row: ReportRow) => ({
  id: row.id,
  seq: row.seq,
  at: { ms: row.at_ms, offset: row.at_offset } satisfies Stamp,
  clickedAt: row.clicked_at,
  correction: row.correction,
  delivery: deliveryOf(row),
});

/** The check-in of a row. */
export const checkInOf = (row: ReportRow): CheckIn => ({ kind: 'check-in', ...reportColumns(row) });

/** The check-out of a row. */
export function checkOutOf(row: ReportRow): CheckOut {
  if (row.action_status === 'Cancel')
    return { kind: 'check-out', ...reportColumns(row), leaving: { action: 'Cancel' } };
  return {
    kind: 'check-out',
    ...reportColumns(row),
    leaving: {
      action: 'Complete',
      primaryStatus: row.primary_status ?? 'NoStatusChange',
      extendedStatus: row.extended_status,
      resolution: row.resolution,
    },
  };
}

/** The finishing status of a row; null where none was set. */
export function statusChangeOf(row: ReportRow): StatusChange | null {
  if (!row.primary_status || row.primary_status === 'NoStatusChange') return null;
  return {
    kind: 'status',
    ...reportColumns(row),
    primaryStatus: row.primary_status,
    extendedStatus: row.extended_status,
    resolution: row.resolution,
    setAgain: row.details === null ? null : v.parse(SetAgainText, row.details),
  };
}

function choiceOf(report: Report) {
  if (report.kind === 'status') return { action: null, choice: report };
  if (report.kind !== 'check-out') return { action: null, choice: null };
  return {
    action: report.leaving.action,
    choice: report.leaving.action === 'Complete' ? report.leaving : null,
  };
}

/** The JSON of what has no column: of a repair step, which step-rows.ts reads back, or of a status that is set once more. */
function detailsOf(report: Report): string | null {
  switch (report.kind) {
    case 'status':
      return report.setAgain && JSON.stringify(report.setAgain);
    case 'note':
      return JSON.stringify(report, [
        'workOrderId',
        'text',
        'about',
        'asked',
        'pairId',
        'from',
        'until',
        'ms',
        'offset',
        'techsCount',
      ]);
    case 'activity':
      return JSON.stringify(report, ['pairId', 'change', 'was', 'held', 'from', 'until', 'ms', 'offset']);
    case 'deletion':
      return JSON.stringify(report, ['workOrderId', 'from', 'to', 'ms', 'offset']);
    case 'codes':
      return JSON.stringify(report, ['list', 'codes', 'id', 'text', 'assetCategoryId', 'about', 'first']);
    case 'restore':
      return JSON.stringify(report, ['workOrderId', 'status', 'primary', 'extended']);
    default:
      return null;
  }
}

/** The row that a report is kept as. */
export function rowOf(report: Report, visitId: string, pairId: string | null): ReportRow {
  const { action, choice } = choiceOf(report);
  const { delivery } = report;
  return {
    id: report.id,
    visit_id: visitId,
    pair_id: pairId,
    kind: report.kind,
    seq: report.seq,
    at_ms: report.at.ms,
    at_offset: report.at.offset,
    clicked_at: report.clickedAt,
    correction: report.correction,
    action_status: action,
    primary_status: choice?.primaryStatus ?? null,
    extended_status: choice?.extendedStatus ?? null,
    resolution: choice?.resolution ?? null,
    state: delivery.state,
    since: 'since' in delivery ? delivery.since : null,
    mechanic_id: delivery.state === 'recorded' ? delivery.mechanicId : null,
    recorded_by: 'by' in delivery ? delivery.by : null,
    problem: delivery.state === 'refused' ? JSON.stringify(delivery.problem) : null,
    details: detailsOf(report),
  };
}
