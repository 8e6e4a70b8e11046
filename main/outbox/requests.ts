import type { Answer } from '../servicechannel/answers.ts';
import type {
  ActivityBody,
  CheckInBody,
  CheckOutBody,
  Client,
  Recorded,
  StatusBody,
} from '../servicechannel/client.ts';
import { statusOf } from '../visit/leaving.ts';
import { orderOf } from '../visit/phase.ts';
import { toIso, toUtc } from '../visit/time.ts';
import type { CheckIn, CheckOut, CodeChoice, Codes, Pair, Report, Visit } from '../visit/types.ts';

/** The request that tells ServiceChannel of a report. */
export type ReportRequest =
  | { readonly kind: 'check-in'; readonly workOrderId: number; readonly body: CheckInBody }
  | { readonly kind: 'check-out'; readonly workOrderId: number; readonly body: CheckOutBody }
  | { readonly kind: 'status'; readonly workOrderId: number; readonly body: StatusBody }
  | { readonly kind: 'note'; readonly workOrderId: number; readonly body: string }
  | { readonly kind: 'codes'; readonly workOrderId: number; readonly body: readonly CodeChoice[] }
  | { readonly kind: 'root-cause'; readonly workOrderId: number; readonly body: readonly CodeChoice[] }
  | { readonly kind: 'add'; readonly workOrderId: number; readonly body: ActivityBody }
  | {
      readonly kind: 'correct';
      readonly workOrderId: number;
      readonly activityId: string;
      readonly body: Omit<ActivityBody, 'WorkTypeId'>;
    }
  | {
      readonly kind: 'delete';
      readonly workOrderId: number;
      readonly activityId: string;
      readonly body: null;
    };

const checkInBody = (pair: Pair, report: CheckIn): CheckInBody => ({
  WorkTypeId: pair.workTypeId,
  UserId: pair.userId,
  TechsCount: pair.techsCount,
  CheckInTime: toIso(report.at),
});

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

function activityRequest(workOrderId: number, pair: Pair, activityId: string | null): ReportRequest | null {
  if (!pair.checkOut) return null;
  const times = { CheckInDate: toUtc(pair.checkIn.at), CheckOutDate: toUtc(pair.checkOut.at) };
  if (activityId !== null) return { kind: 'correct', workOrderId, activityId, body: times };
  return { kind: 'add', workOrderId, body: { WorkTypeId: pair.workTypeId, ...times } };
}

function codesRequest(workOrderId: number, { list, codes }: Codes): ReportRequest {
  return { kind: list === 'resolution' ? 'codes' : 'root-cause', workOrderId, body: codes };
}

/**
 * Builds the request of a report; null for a status that changes nothing.
 * @param activityId of the work activity that it corrects or deletes, found by its times; null for every other report
 */
export function requestOf(
  visit: Visit,
  pair: Pair | undefined,
  report: Report,
  activityId: string | null = null,
): ReportRequest | null {
  const workOrderId = orderOf(visit, report);
  switch (report.kind) {
    case 'status': {
      const status = statusOf(report);
      return status && { kind: 'status', workOrderId, body: { ...status, note: report.resolution } };
    }
    case 'restore':
      return report.status && { kind: 'status', workOrderId, body: { ...report.status, note: null } };
    case 'note':
      return { kind: 'note', workOrderId, body: report.text };
    case 'codes':
      return codesRequest(workOrderId, report);
    case 'deletion':
      return activityId === null ? null : { kind: 'delete', workOrderId, activityId, body: null };
    case 'activity':
      return pair ? activityRequest(workOrderId, pair, activityId) : null;
    case 'check-out':
      return pair ? { kind: 'check-out', workOrderId, body: checkOutBody(pair, report) } : null;
    case 'check-in':
      return pair ? { kind: 'check-in', workOrderId, body: checkInBody(pair, report) } : null;
  }
}

/**
 * Sends a report's request; its place among the requests of this minute was taken already.
 * @param leaving called right before the bytes leave, at every try; false keeps them back
 */
export function sendReport(
  client: Client,
  request: ReportRequest,
  leaving: () => boolean,
): Promise<Answer<Recorded | null>> {
  const options = { placed: true, leaving };
  switch (request.kind) {
    case 'check-in':
      return client.checkIn(request.workOrderId, request.body, options);
    case 'check-out':
      return client.checkOut(request.workOrderId, request.body, options);
    case 'status':
      return client.setStatus(request.workOrderId, request.body, options);
    case 'note':
      return client.addNote(request.workOrderId, request.body, options);
    case 'codes':
      return client.setCodes(request.workOrderId, request.body, options);
    case 'root-cause':
      return client.setRootCauses(request.workOrderId, request.body, options);
    case 'add':
      return client.addActivity(request.workOrderId, request.body, options);
    case 'correct':
      return client.correctActivity(request.workOrderId, request.activityId, request.body, options);
    case 'delete':
      return client.deleteActivity(request.workOrderId, request.activityId, options);
  }
}
