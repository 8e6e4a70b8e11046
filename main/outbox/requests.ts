import type { CheckInBody, CheckOutBody, StatusBody } from '../servicechannel/client.ts';
import { toIso } from '../visit/time.ts';
import type { CheckOut, Pair, PrimaryStatus, Report, StatusChange, Visit } from '../visit/types.ts';

/** The request that tells ServiceChannel of a report. */
export type ReportRequest =
  | { readonly kind: 'check-in'; readonly workOrderId: number; readonly body: CheckInBody }
  | { readonly kind: 'check-out'; readonly workOrderId: number; readonly body: CheckOutBody }
  | { readonly kind: 'status'; readonly workOrderId: number; readonly body: StatusBody };

function checkOutBody(pair: Pair, report: CheckOut): CheckOutBody {
  const { leaving } = report;
  const same = {
    WorkTypeId: pair.workTypeId,
    UserId: pair.userId,
    TechsCount: pair.techsCount,
    CheckOutTime: toIso(report.at),
  };
  if (leaving.action === 'Cancel') return { ...same, ActionStatus: 'Cancel' };
  return {
    ...same,
    ActionStatus: 'Complete',
    PrimaryStatus: leaving.primaryStatus,
    ...(leaving.extendedStatus && { ExtendedStatus: leaving.extendedStatus }),
    ...(leaving.resolution && { Resolution: leaving.resolution }),
  };
}

/** The check-out statuses as primary and extended status of the work order itself (API.md, Repairing a record). */
const AS_STATUS: Readonly<Record<StatusChange['primaryStatus'], readonly [string, string | null]>> = {
  InProgress: ['IN PROGRESS', null],
  WaitingForQuote: ['IN PROGRESS', 'WAITING FOR QUOTE'],
  PartsOnOrder: ['IN PROGRESS', 'PARTS ON ORDER'],
  Incomplete: ['IN PROGRESS', 'INCOMPLETE'],
  Completed: ['COMPLETED', null],
};

/** The work order's primary and extended status that a choice stands for; an extended status that was chosen wins. */
export function statusOf(choice: {
  readonly primaryStatus: PrimaryStatus;
  readonly extendedStatus: string | null;
}): { readonly primary: string; readonly extended: string | null } | null {
  if (choice.primaryStatus === 'NoStatusChange') return null;
  const [primary, extended] = AS_STATUS[choice.primaryStatus];
  return { primary, extended: choice.extendedStatus ?? extended };
}

/** Builds the request of a report; null for a status that changes nothing. */
export function requestOf(visit: Visit, pair: Pair | undefined, report: Report): ReportRequest | null {
  const { workOrderId } = visit;
  if (report.kind === 'status') {
    const status = statusOf(report);
    return status && { kind: 'status', workOrderId, body: { ...status, note: report.resolution } };
  }
  if (!pair) return null;
  if (report.kind === 'check-out')
    return { kind: 'check-out', workOrderId, body: checkOutBody(pair, report) };
  return {
    kind: 'check-in',
    workOrderId,
    body: {
      WorkTypeId: pair.workTypeId,
      UserId: pair.userId,
      TechsCount: pair.techsCount,
      CheckInTime: toIso(report.at),
    },
  };
}
