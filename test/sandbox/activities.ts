import * as v from 'valibot';
import { instant, parseBody, positiveId } from './body.ts';
import { record, type UserCall, workOrderOf, workTypeName } from './call.ts';
import { noPermission, Refusal, wrongField } from './errors.ts';
import { json, queryOf, type Reply } from './http.ts';
import type { WorkActivity, WorkOrder } from './records.ts';
import { addActivity } from './state.ts';
import { DAY } from './times.ts';
import { notAllowed, REPAIR, refuseCompleted } from './visit-rules.ts';

const interval = { CheckInDate: instant, CheckOutDate: instant };
const newSchema = v.strictObject({ WorkTypeId: v.optional(positiveId, REPAIR), ...interval });
const changeSchema = v.strictObject(interval);

/** POST /workorders/{id}/workactivities: records a completed pair of the caller, one technician. */
export function addWorkActivity(call: UserCall): Reply {
  const order = workOrderOf(call);
  const body = parseBody(newSchema, call.request);
  const [timeIn, timeOut] = [body.CheckInDate, body.CheckOutDate];
  refuseUnlessInProgress(order);
  checkInterval(call, order, call.user.id, timeIn, timeOut, null);
  workTypeName(call.state, order, body.WorkTypeId);
  const activity = addActivity(
    call.state,
    {
      workOrderId: order.id,
      userId: call.user.id,
      workTypeId: body.WorkTypeId,
      techsCount: 1,
      timeIn,
      timeOut,
      isTimeEdited: false,
      resolution: '',
      hasCheckInInfo: false,
    },
    call.config.activityIdIsMechanicId,
  );
  record(call, 'activity-added', order.id, activity);
  return json(201, { Id: activity.id });
}

/** PUT /workorders/{id}/workactivities/{activityId}: corrects both times. */
export function changeWorkActivity(call: UserCall): Reply {
  const order = workOrderOf(call);
  const activity = ownActivity(call, order, call.params.activityId ?? '');
  const body = parseBody(changeSchema, call.request);
  refuseUnlessInProgress(order);
  checkInterval(call, order, activity.userId, body.CheckInDate, body.CheckOutDate, activity);
  activity.timeIn = body.CheckInDate;
  activity.timeOut = body.CheckOutDate;
  activity.isTimeEdited = true;
  for (const event of call.state.events.filter((each) => each.activityId === activity.id)) {
    event.at = event.direction === 'in' ? activity.timeIn : activity.timeOut;
  }
  record(call, 'activity-changed', order.id, activity);
  return json(200, { Id: activity.id });
}

/** DELETE /workorders/{id}/workactivities?workactivityIds=…, which may be repeated. */
export function removeWorkActivities(call: UserCall): Reply {
  const order = workOrderOf(call);
  const ids = queryOf(call.request.url).getAll('workactivityIds');
  if (ids.length === 0) throw wrongField('workactivityIds is required');
  const activities = ids.map((id) => ownActivity(call, order, id));
  refuseUnlessInProgress(order);
  for (const activity of activities) remove(call, order, activity);
  return { status: 204, headers: {}, body: '' };
}

function remove(call: UserCall, order: WorkOrder, activity: WorkActivity): void {
  call.state.activities = call.state.activities.filter((each) => each !== activity);
  call.state.events = call.state.events.filter((each) => each.activityId !== activity.id);
  record(call, 'activity-removed', order.id, activity);
}

function refuseUnlessInProgress(order: WorkOrder): void {
  refuseCompleted(order);
  if (order.isInvoiced || order.isVoided) throw notAllowed('in', 'Work order is invoiced or voided');
  if (order.status.primary !== 'IN PROGRESS') throw notAllowed('in', 'Work order is not In Progress');
}

function ownActivity(call: UserCall, order: WorkOrder, id: string): WorkActivity {
  const activity = call.state.activities.find(
    (each) => each.workOrderId === order.id && String(each.id) === id,
  );
  if (!activity) throw new Refusal(400, 502, `Work activity ${id} is not found`);
  if (activity.userId !== call.user.id && !call.user.isAdmin) {
    throw noPermission("Only an administrator may edit other users' work activities");
  }
  return activity;
}

function checkInterval(
  call: UserCall,
  order: WorkOrder,
  userId: number,
  timeIn: number,
  timeOut: number,
  itself: WorkActivity | null,
): void {
  if (timeIn > timeOut) throw wrongField('Check-in date must not be after the check-out date');
  if (timeOut > call.now + DAY)
    throw wrongField('Check In/Out time should be close to current location time');
  if (order.scheduledDate !== null && timeIn < order.scheduledDate) {
    throw wrongField('Check-in date must not be before the scheduled date');
  }
  const overlaps = call.state.activities.some(
    (each) =>
      each !== itself &&
      each.userId === userId &&
      timeIn < (each.timeOut ?? Number.POSITIVE_INFINITY) &&
      each.timeIn < timeOut,
  );
  if (overlaps) throw new Refusal(400, 1186, 'Work activity overlaps with another work activity');
}
