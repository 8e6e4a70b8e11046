import * as v from 'valibot';
import { instant, parseBody, positiveId, techsCount } from './body.ts';
import { record, type UserCall, workOrderOf, workTypeName } from './call.ts';
import { wrongField } from './errors.ts';
import { json, type Reply } from './http.ts';
import type { Status, WorkActivity, WorkOrder } from './records.ts';
import { addEvent, nextId, type SandboxState } from './state.ts';
import { chooseStatus } from './status-list.ts';
import { checkVisit, REPAIR } from './visit-rules.ts';

const PRIMARY = [
  'NoStatusChange',
  'InProgress',
  'WaitingForQuote',
  'PartsOnOrder',
  'Incomplete',
  'Completed',
] as const;

const schema = v.strictObject({
  WorkTypeId: v.optional(positiveId, REPAIR),
  PrimaryStatus: v.optional(v.picklist(PRIMARY, `must be one of ${PRIMARY.join(', ')}`), 'NoStatusChange'),
  ExtendedStatus: v.optional(v.string('must be a text')),
  ActionStatus: v.optional(v.picklist(['Complete', 'Cancel'], 'must be Complete or Cancel'), 'Complete'),
  Resolution: v.optional(v.string('must be a text'), ''),
  UserId: v.optional(positiveId),
  TechsCount: v.optional(techsCount, 1),
  CheckOutTime: v.optional(instant),
});

type CheckOut = v.InferOutput<typeof schema>;

/** POST /workorders/{id}/universalCheckOut. Closes the latest open activity of that user on the work order. */
export function checkOut(call: UserCall): Reply {
  const order = workOrderOf(call);
  const body = parseBody(schema, call.request);
  const userId = body.UserId ?? call.user.id;
  const timeOut = body.CheckOutTime ?? call.now;
  checkVisit(call, order, 'out', userId, timeOut);
  workTypeName(call.state, order, body.WorkTypeId);
  const open = latestOpen(call.state, order, userId);
  if (timeOut < open.timeIn) throw wrongField('Check-out time must not be before the check-in time');
  if (body.TechsCount > open.techsCount) {
    throw wrongField(`TechsCount ${body.TechsCount} is more than the ${open.techsCount} who checked in`);
  }
  // Resolution and statuses speak of the repair: elsewhere the server ignores them.
  const setsStatus = body.ActionStatus === 'Complete' && body.WorkTypeId === REPAIR;
  const status = setsStatus ? newStatus(order, body) : order.status;
  const closed = splitOff(call, open, body.TechsCount);
  closed.timeOut = timeOut;
  closed.resolution = setsStatus ? body.Resolution : '';
  order.status = status;
  addEvent(call.state, closed, 'out', timeOut, status);
  record(call, 'check-out', order.id, closed);
  return json(200, { MechanicId: closed.mechanicId });
}

function latestOpen(state: SandboxState, order: WorkOrder, userId: number): WorkActivity {
  const open = state.activities.findLast(
    (each) => each.workOrderId === order.id && each.userId === userId && each.timeOut === null,
  );
  if (!open) throw wrongField('User has not checked in');
  return open;
}

/** The part of an open activity that `count` technicians leave; those who stay keep it open. */
function splitOff(call: UserCall, open: WorkActivity, count: number): WorkActivity {
  if (count === open.techsCount) return open;
  const leaving = { ...open, id: nextId(call.state, 'activity'), techsCount: count };
  open.techsCount -= count;
  call.state.activities.splice(call.state.activities.indexOf(open), 0, leaving);
  return leaving;
}

function newStatus(order: WorkOrder, body: CheckOut): Status {
  const resolved = body.Resolution.trim() !== '';
  switch (body.PrimaryStatus) {
    case 'NoStatusChange':
      // The extended status is judged even though nothing is set: a wrong one is a mistake worth hearing of.
      if (body.ExtendedStatus) chooseStatus(order, order.status.primary, body.ExtendedStatus, resolved);
      return order.status;
    case 'Completed':
      return chooseStatus(order, 'COMPLETED', ownExtended(order), resolved);
    case 'InProgress':
      return chooseStatus(order, 'IN PROGRESS', body.ExtendedStatus ?? null, resolved);
    case 'WaitingForQuote':
      return chooseStatus(order, 'IN PROGRESS', body.ExtendedStatus ?? 'WAITING FOR QUOTE', resolved);
    case 'PartsOnOrder':
      return chooseStatus(order, 'IN PROGRESS', body.ExtendedStatus ?? 'PARTS ON ORDER', resolved);
    case 'Incomplete':
      return chooseStatus(order, 'IN PROGRESS', body.ExtendedStatus ?? 'INCOMPLETE', resolved);
  }
}

/** A check-out's own extended status is ignored with Completed: where the client wants one, it is the first. */
function ownExtended({ statusList }: WorkOrder): string | null {
  const completed = statusList.find(({ primary }) => primary === 'COMPLETED');
  return completed?.needsExtended ? (completed.extended[0]?.name ?? null) : null;
}
