import * as v from 'valibot';
import { instant, parseBody, positiveId, techsCount } from './body.ts';
import { record, type UserCall, workOrderOf, workTypeName } from './call.ts';
import { json, type Reply } from './http.ts';
import { addActivity, addEvent } from './state.ts';
import { checkVisit, REPAIR } from './visit-rules.ts';

const schema = v.strictObject({
  WorkTypeId: v.optional(positiveId, REPAIR),
  UserId: v.optional(positiveId),
  TechsCount: v.optional(techsCount, 1),
  CheckInTime: v.optional(instant),
});

/** POST /workorders/{id}/universalCheckIn. A second check-in of the same user is a second record. */
export function checkIn(call: UserCall): Reply {
  const order = workOrderOf(call);
  const body = parseBody(schema, call.request);
  const userId = body.UserId ?? call.user.id;
  const timeIn = body.CheckInTime ?? call.now;
  checkVisit(call, order, 'in', userId, timeIn);
  workTypeName(call.state, order, body.WorkTypeId);
  order.status = { primary: 'IN PROGRESS', extended: 'ON SITE' };
  const activity = addActivity(
    call.state,
    {
      workOrderId: order.id,
      userId,
      workTypeId: body.WorkTypeId,
      techsCount: body.TechsCount,
      timeIn,
      timeOut: null,
      isTimeEdited: false,
      resolution: '',
      hasCheckInInfo: true,
    },
    call.config.activityIdIsMechanicId,
  );
  addEvent(call.state, activity, 'in', timeIn, order.status);
  record(call, 'check-in', order.id, activity);
  return json(200, { MechanicId: activity.mechanicId });
}
