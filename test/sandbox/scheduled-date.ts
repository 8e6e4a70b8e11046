import * as v from 'valibot';
import { instant, parseBody } from './body.ts';
import { record, type UserCall, workOrderOf } from './call.ts';
import { Refusal } from './errors.ts';
import { json, type Reply } from './http.ts';

const schema = v.strictObject({ Value: instant });

/** PUT /workorders/{id}/scheduledate: needs the WorkOrderScheduledDateChange right, 908 without it. */
export function setScheduledDate(call: UserCall): Reply {
  const order = workOrderOf(call);
  const { Value } = parseBody(schema, call.request);
  if (!call.user.canMoveDate)
    throw new Refusal(400, 908, 'The WorkOrderScheduledDateChange right is required');
  order.scheduledDate = Value;
  record(call, 'scheduled-date', order.id, null);
  return json(200, { id: order.id });
}
