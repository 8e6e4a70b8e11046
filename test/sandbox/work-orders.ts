import { subscriberOf, type UserCall, workOrderOf } from './call.ts';
import { json, type Reply } from './http.ts';
import type { WorkOrder } from './records.ts';
import type { SandboxState } from './state.ts';
import { wallClock } from './times.ts';

/** GET /workorders/{id}. */
export function getWorkOrder(call: UserCall): Reply {
  const order = workOrderOf(call);
  return json(200, { ...workOrderFields(call, order), ...related(call.state, order) });
}

/** The fields of a work order that are its own. */
export function workOrderFields(call: UserCall, order: WorkOrder) {
  const zone = order.location.TimeZoneIanaName ?? 'UTC';
  return {
    Id: order.id,
    Number: order.number,
    PurchaseNumber: order.purchaseNumber,
    Status: { Primary: order.status.primary, Extended: order.status.extended ?? '' },
    Trade: order.trade,
    Category: order.category,
    TradeId: idOf(order.trade),
    CategoryId: idOf(order.category),
    Priority: order.priority,
    Description: order.description,
    Nte: order.nte,
    Caller: order.caller,
    ProblemCode: order.problemCode,
    CreatedDate: new Date(order.createdAt).toISOString(),
    ...dateTwins('CallDate', order.callDate, zone),
    ...dateTwins('ScheduledDate', order.scheduledDate, zone),
    ...dateTwins('ExpirationDate', order.expirationDate, zone),
    IsCheckInDenied: order.isCheckInDenied,
    CheckInDeniedReason: order.checkInDeniedReason,
    Assets: order.assets.map(({ type, groupId }) => ({ Type: type, AssetTypeGroupId: groupId })),
    IsExpired: order.expirationDate !== null && order.expirationDate < call.now,
    IsInvoiced: order.isInvoiced,
    HasWorkActivity: call.state.activities.some((activity) => activity.workOrderId === order.id),
  };
}

/** A number for a name, the same each time. */
export function idOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
}

/** The things that a work order points to; an OData list shows these only when they are expanded. */
export function related(state: SandboxState, order: WorkOrder) {
  const { id, name } = subscriberOf(state, order);
  const provider = state.providers.find((each) => each.id === order.providerId);
  return {
    Subscriber: { Id: id, Name: name },
    Provider: { Id: order.providerId, Name: provider?.name ?? null },
    Location: order.location,
  };
}

/** A date in the location's time without offset, and its _DTO twin that carries the offset. */
function dateTwins(name: string, instant: number | null, zone: string): Record<string, string | null> {
  if (instant === null) return { [name]: null, [`${name}_DTO`]: null };
  const { local, offset } = wallClock(instant, zone);
  return { [name]: local, [`${name}_DTO`]: `${local}${offset}` };
}
