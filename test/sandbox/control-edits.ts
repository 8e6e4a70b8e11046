import * as v from 'valibot';
import { instant } from './body.ts';
import type { Subscriber, User, WorkActivity, WorkOrder } from './records.ts';
import type { Sandbox } from './sandbox.ts';
import { addActivity, addEvent, type SandboxState } from './state.ts';

const forced = v.nullable(
  v.strictObject({ status: v.number(), code: v.nullable(v.number()), message: v.string() }),
);

const workOrderEdit = v.partial(
  v.strictObject({
    status: v.strictObject({ primary: v.string(), extended: v.nullable(v.string()) }),
    description: v.string(),
    isInvoiced: v.boolean(),
    isVoided: v.boolean(),
    isMaintenance: v.boolean(),
    inGpsProgramme: v.boolean(),
    isCheckInDenied: v.boolean(),
    checkInDeniedReason: v.nullable(v.string()),
    callDate: instant,
    scheduledDate: v.nullable(instant),
    expirationDate: v.nullable(instant),
    refusesCheckIn: forced,
    refusesCheckOut: forced,
  }),
);
const subscriberEdit = v.strictObject({
  xmlPermission: v.picklist(['granted', 'locationNeeded', 'noPermission', 'unauthorized']),
});
const userEdit = v.partial(
  v.strictObject({
    password: v.string(),
    isAdmin: v.boolean(),
    canChangeStatus: v.boolean(),
    hasAssetCategories: v.boolean(),
    canMoveDate: v.boolean(),
  }),
);
const elsewhere = v.strictObject({
  workOrderId: v.number(),
  userId: v.number(),
  timeIn: instant,
  timeOut: v.optional(v.nullable(instant), null),
  workTypeId: v.optional(v.number(), 1),
  techsCount: v.optional(v.number(), 1),
});
const expiry = v.strictObject({
  access: v.optional(v.boolean(), true),
  refresh: v.optional(v.boolean(), false),
});

/** Changes a work order as the client's office does. Throws when it is unknown or the edit malformed. */
export function editWorkOrder(state: SandboxState, id: number, edit: unknown): WorkOrder {
  return Object.assign(found(state.workOrders, id), v.parse(workOrderEdit, edit));
}

/** Grants or takes a subscriber's XML check-in/out permission. */
export function editSubscriber(state: SandboxState, id: number, edit: unknown): Subscriber {
  return Object.assign(found(state.subscribers, id), v.parse(subscriberEdit, edit));
}

/** Changes a user's password or rights. */
export function editUser(state: SandboxState, id: number, edit: unknown): User {
  return Object.assign(found(state.users, id), v.parse(userEdit, edit));
}

/** Adds a check-in, or a closed pair, that was made by phone or on another computer: it is no report. */
export function addCheckInElsewhere(sandbox: Sandbox, input: unknown): WorkActivity {
  const { state, config } = sandbox;
  const given = v.parse(elsewhere, input);
  const order = found(state.workOrders, given.workOrderId);
  const added = { ...given, isTimeEdited: false, resolution: '', hasCheckInInfo: true };
  const activity = addActivity(state, added, config.activityIdIsMechanicId);
  order.status = { primary: 'IN PROGRESS', extended: 'ON SITE' };
  addEvent(state, activity, 'in', activity.timeIn, order.status);
  if (activity.timeOut !== null) addEvent(state, activity, 'out', activity.timeOut, order.status);
  return activity;
}

/** Ends the life of all access tokens, and of the refresh tokens when asked to. */
export function expireTokens(state: SandboxState, input: unknown): object {
  const { access, refresh } = v.parse(expiry, input);
  if (access) state.accessTokens.clear();
  if (refresh) state.refreshTokens.clear();
  return {};
}

function found<T extends { id: number }>(list: T[], id: number): T {
  const item = list.find((each) => each.id === id);
  if (!item) throw new Error(`There is none with the id ${id}`);
  return item;
}
