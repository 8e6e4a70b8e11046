import * as v from 'valibot';
import { parseBody } from './body.ts';
import { record, subscriberOfQuery, type UserCall, workOrderOf } from './call.ts';
import { noPermission, wrongField } from './errors.ts';
import { json, type Reply } from './http.ts';
import { addNote } from './state.ts';
import { chooseStatus } from './status-list.ts';
import { notAllowed, refuseCompleted } from './visit-rules.ts';

const schema = v.strictObject({
  Status: v.strictObject({
    Primary: v.string('must be a text'),
    // It must be there, and may be empty.
    Extended: v.string('must be a text'),
  }),
  Note: v.optional(v.string('must be a text'), ''),
});

/** GET /workorders/{id}/statuses?subscriberId=…: the statuses this work order may take. */
export function listStatuses(call: UserCall): Reply {
  const order = workOrderOf(call);
  if (subscriberOfQuery(call).id !== order.subscriberId) {
    throw wrongField('The work order belongs to another subscriber');
  }
  const list = order.statusList.map(({ primary, extended, needsCodes }) => ({
    Id: titleCase(primary).replaceAll(' ', ''),
    Name: titleCase(primary),
    Extended: extended.map(({ name }) => name),
    ExtendedStatuses: extended.map((each) => ({ Id: each.id, Name: each.name })),
    Constraints: [
      ...(needsCodes ? [{ Extended: null, IsResolutionCodesRequired: 1 }] : []),
      ...extended.map((each) => ({
        Extended: each.name,
        IsResolutionTextRequired: each.needsResolution ? 1 : 0,
        ...(needsCodes && { IsResolutionCodesRequired: 1 }),
      })),
    ],
  }));
  return json(200, list);
}

/** PUT /workorders/{id}/status: sets the status without a check-out. */
export function setStatus(call: UserCall): Reply {
  const order = workOrderOf(call);
  const body = parseBody(schema, call.request);
  if (!call.user.canChangeStatus) throw noPermission('The WorkOrderStatusChange right is required');
  if (order.isInvoiced || order.isVoided) throw notAllowed('in', 'Work order is invoiced or voided');
  refuseCompleted(order);
  const resolved = body.Note.trim() !== '';
  order.status = chooseStatus(order, body.Status.Primary, body.Status.Extended, resolved);
  if (resolved) addNote(call.state, order.id, body.Note, call.user.fullName, call.now);
  record(call, 'status', order.id, null);
  return json(200, { result: 'Success', id: order.id });
}

/** GET /worktypes?subscriberId=…: the work types of a subscriber. */
export function listWorkTypes(call: UserCall): Reply {
  return json(
    200,
    subscriberOfQuery(call).workTypes.map(({ id, name }) => ({ Id: id, Name: name })),
  );
}

/** "IN PROGRESS" as the statuses list spells it: "In Progress". */
function titleCase(text: string): string {
  return text.toLowerCase().replace(/\b\w/g, (letter) => letter.toUpperCase());
}
