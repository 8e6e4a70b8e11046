import type { ChangeView, ChosenCodes, StatusDraft } from '../../preload/contract.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import { takenBack } from '../visit/left-open.ts';
import { livePairs } from '../visit/phase.ts';
import type { Problem, RefusalReason } from '../visit/problem.ts';
import {
  type CheckOut,
  type Pair,
  REPAIR,
  type Report,
  type StatusChange,
  type Visit,
} from '../visit/types.ts';
import { codesDraft } from './codes.ts';

/**
 * The contents of the form that `Change…` opens: what the refused report says, and its time where that was refused.
 */

/** These refuse the time. */
const TIMES: readonly RefusalReason[] = [
  'premature',
  'out-of-date',
  'time-ahead',
  'overlap',
  'elsewhere-then',
];

/** Nothing that the report says would make a difference. */
const NOTHING_SAID: Readonly<Partial<Record<Report['kind'], readonly RefusalReason[]>>> = {
  'check-in': ['not-found', 'completed', 'mile-range', 'not-allowed', 'tracking-number'],
  'check-out': ['not-checked-in', 'not-allowed', 'tracking-number'],
  activity: ['completed', 'not-on-record', 'permission', 'xml-permission', 'not-allowed', 'not-found'],
};

/** A refusal that speaks of the time, by its reason or by ServiceChannel's words where the reason says nothing. */
function refusesTime({ reason, message }: Problem): boolean {
  if (TIMES.includes(reason)) return true;
  const isVague = reason === 'field' || reason === 'unknown' || reason === 'closed-for-check-in';
  return isVague && /\b(time|date|premature|expired)\b/i.test(message);
}

const draftOf = ({
  primaryStatus,
  extendedStatus,
  resolution,
}: Pick<StatusChange, 'extendedStatus' | 'resolution'> & {
  readonly primaryStatus: StatusDraft['primaryStatus'];
}): Omit<StatusDraft, keyof ChosenCodes> => ({
  primaryStatus,
  extendedStatus: extendedStatus ?? '',
  resolution: resolution ?? '',
});

const NO_STATUS: ReturnType<typeof draftOf> = { primaryStatus: '', extendedStatus: '', resolution: '' };

function checkOutChange(visit: Visit, report: CheckOut, pair: Pair, withTime: boolean): ChangeView | null {
  const pause = report.leaving.action === 'Cancel';
  const hasStatus = pair.workTypeId === REPAIR;
  if (!hasStatus && !withTime) return null;
  const said = report.leaving.action === 'Complete' ? draftOf(report.leaving) : NO_STATUS;
  const status = hasStatus ? { ...said, ...codesDraft(visit, report.id) } : null;
  return { kind: 'check-out', status, pause, at: withTime ? report.at : null };
}

/** The form's contents for a report; null where nothing can be changed, or it is not refused. */
export function changeOf(
  visit: Visit,
  report: Report,
  pair: Pair | undefined,
  known: KnownWorkOrder | null,
): ChangeView | null {
  const { delivery } = report;
  // Recorded under a wrong number, it is taken off and not put right.
  if (visit.movedTo !== null && report.kind !== 'note') return null;
  if (report.kind === 'check-out' && pair && takenBack({ visit, report }))
    return checkOutChange(visit, report, pair, false);
  if (delivery.state !== 'refused' || NOTHING_SAID[report.kind]?.includes(delivery.problem.reason))
    return null;
  const withTime = refusesTime(delivery.problem);
  switch (report.kind) {
    case 'check-in': {
      if (!pair) return null;
      const { workTypeId, techsCount } = pair;
      const at = withTime ? report.at : null;
      const resumed = livePairs(visit)[0] !== pair;
      return { kind: report.kind, workTypeId, techsCount, workTypes: known?.workTypes ?? [], resumed, at };
    }
    case 'check-out':
      return pair ? checkOutChange(visit, report, pair, withTime || pair.workTypeId !== REPAIR) : null;
    case 'status':
      return { kind: report.kind, status: { ...draftOf(report), ...codesDraft(visit, report.id) } };
    case 'note':
      return { kind: report.kind, text: report.text };
    case 'codes':
      return { kind: report.kind, list: report.list, codes: report.codes };
    case 'activity':
      if (!pair?.checkOut) return null;
      return { kind: report.kind, from: pair.checkIn.at, until: pair.checkOut.at };
    default:
      return null;
  }
}
