import type { Config } from './config.ts';
import { Refusal, wrongField } from './errors.ts';
import { queryOf, type SandboxRequest } from './http.ts';
import type { Subscriber, User, WorkActivity, WorkOrder } from './records.ts';
import { nextId, type RecordedReport, type SandboxState } from './state.ts';

/** The request and its surroundings, as every handler is given them. */
export interface Call {
  /** For a read it may be older than the truth. */
  state: SandboxState;
  /** Answers from a copy that is behind. */
  isReplica: boolean;
  config: Config;
  request: SandboxRequest;
  /** The server's clock, which a fault or the configuration may set off. Milliseconds since 1970. */
  now: number;
  /** The clock that tokens and limits go by, never off. */
  trueNow: number;
  /** The path's parts by name. */
  params: Readonly<Record<string, string>>;
  /** Told of everything recorded. */
  onReport: (report: RecordedReport) => void;
}

/** A call whose bearer is known. */
export interface UserCall extends Call {
  user: User;
}

const MAX_INT32 = 2_147_483_647;

/** The work order of the path. Throws 917 when it is no positive int32, 502 when this user's company has none such, or a copy none yet. */
export function workOrderOf(call: UserCall): WorkOrder {
  const id = Number(call.params.id);
  if (!/^\d+$/.test(call.params.id ?? '') || id < 1 || id > MAX_INT32) {
    throw new Refusal(400, 917, 'Tracking number is invalid');
  }
  const order = call.state.workOrders.find(
    (each) => each.id === id && each.providerId === call.user.providerId,
  );
  if (!order) throw new Refusal(call.isReplica ? 404 : 400, 502, `Work order ${id} is not found`);
  return order;
}

/** The subscriber of a work order. */
export function subscriberOf(state: SandboxState, order: WorkOrder): Subscriber {
  const subscriber = state.subscribers.find((each) => each.id === order.subscriberId);
  if (!subscriber) throw new Error(`Work order ${order.id} names an unknown subscriber`);
  return subscriber;
}

/** The subscriber that the query names. Throws 503 when it is missing or unknown. */
export function subscriberOfQuery(call: UserCall): Subscriber {
  const text = queryOf(call.request.url).get('subscriberId');
  const subscriber = call.state.subscribers.find((each) => String(each.id) === text);
  if (!subscriber) throw wrongField('SubscriberId is missing or unknown');
  return subscriber;
}

/** The name of a work type at a work order's subscriber. Throws 503 when the subscriber has none such. */
export function workTypeName(state: SandboxState, order: WorkOrder, workTypeId: number): string {
  const type = subscriberOf(state, order).workTypes.find((each) => each.id === workTypeId);
  if (!type) throw wrongField(`Work type ${workTypeId} is not found for the subscriber`);
  return type.name;
}

/** A user of the caller's company. Throws 503 when there is none such. */
export function colleague(call: UserCall, userId: number): User {
  const user = call.state.users.find(
    (each) => each.id === userId && each.providerId === call.user.providerId,
  );
  if (!user) throw wrongField(`User ${userId} is not found`);
  return user;
}

/** Remembers what a request had recorded, and tells the listeners. */
export function record(
  call: UserCall,
  kind: RecordedReport['kind'],
  workOrderId: number,
  activity: WorkActivity | null,
): void {
  const report: RecordedReport = {
    sequence: nextId(call.state, 'report'),
    kind,
    workOrderId,
    userId: activity?.userId ?? call.user.id,
    sentBy: call.user.id,
    mechanicId: activity?.mechanicId ?? null,
    receivedAt: new Date(call.trueNow).toISOString(),
    method: call.request.method,
    path: call.request.url,
    body: call.request.body,
  };
  call.state.reports.push(report);
  call.onReport(report);
}
