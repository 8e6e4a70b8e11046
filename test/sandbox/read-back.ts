import { colleague, subscriberOf, type UserCall, workOrderOf } from './call.ts';
import { authIdOf } from './data-users.ts';
import { noPermission, wrongField } from './errors.ts';
import { json, type Reply } from './http.ts';
import type { WorkActivity, WorkOrder } from './records.ts';
import { statusText } from './state.ts';
import { parseDayOrInstant, wallClock } from './times.ts';

/** GET /odata/workorders({id})/Service.CheckInActivity(loadBlocked=false): a line for every check-in and check-out. */
export function listCheckEvents(call: UserCall): Reply {
  const order = workOrderOf(call);
  const zone = order.location.TimeZoneIanaName ?? 'UTC';
  const events = call.state.events.filter((event) => event.workOrderId === order.id);
  const value = events.map((event) => {
    const { local, offset } = wallClock(event.at, zone);
    return {
      Id: event.id,
      Date: written(call, order, event.at),
      Dto: `${local}${offset}`,
      User: namedUser(call, event.userId, true),
      Action: call.config.actionWords[event.direction],
      WorkType: typeName(call, order, event.workTypeId),
      StatusNew: statusText(event.statusNew),
      CheckInOutType: 'Common',
      Source: 'API',
    };
  });
  return json(200, { value });
}

/** GET /odata/workorders({id})/workactivities: one for each pair; TimeOut is null while it is open. */
export function listWorkActivities(call: UserCall): Reply {
  const order = workOrderOf(call);
  const own = call.state.activities.filter((activity) => activity.workOrderId === order.id);
  return json(200, { value: own.map((activity) => activityFields(call, order, activity)) });
}

/**
 * GET /odata/workactivities/Service.ForTimeInterval(dtMin=…,dtMax=…,userId=…): a user's own activities that began
 * from dtMin on and before dtMax (days in UTC).
 */
export function listForInterval(call: UserCall): Reply {
  const from = parseDayOrInstant(call.params.dtMin ?? '');
  const to = parseDayOrInstant(call.params.dtMax ?? '');
  if (from === null || to === null) throw wrongField('dtMin and dtMax must be dates');
  const userId = Number(call.params.userId);
  if (userId !== call.user.id && !call.user.isAdmin) {
    throw noPermission("Only an administrator may see other users' work activities");
  }
  const value = call.state.activities.flatMap((activity) => {
    const order = call.state.workOrders.find((each) => each.id === activity.workOrderId);
    const isMeant = activity.userId === userId && activity.timeIn >= from && activity.timeIn < to;
    return isMeant && order ? [activityFields(call, order, activity)] : [];
  });
  return json(200, { value });
}

function activityFields(call: UserCall, order: WorkOrder, activity: WorkActivity) {
  const typeOfWork = typeName(call, order, activity.workTypeId);
  return {
    Id: activity.id,
    WorkOrderId: order.id,
    TimeIn: written(call, order, activity.timeIn),
    TimeOut: activity.timeOut === null ? null : written(call, order, activity.timeOut),
    IsTimeEdited: activity.isTimeEdited,
    User: namedUser(call, activity.userId, false),
    ResolutionCode: activity.resolution,
    WorkType: typeOfWork,
    HasCheckInInfo: activity.hasCheckInInfo,
    TechsCount: activity.techsCount,
    Name: `${typeOfWork} ${activity.mechanicId}`,
  };
}

/** The user of an entry, as the configuration has the read-backs name them. */
function namedUser(call: UserCall, userId: number, withNames: boolean) {
  const { id, userName, fullName } = colleague(call, userId);
  const names = withNames ? { UserName: userName, FullName: fullName } : {};
  switch (call.config.readBackUsers) {
    case 'userId':
      return { Id: id, ...names };
    case 'authUserId':
      return { Id: authIdOf({ id }) };
    case 'userName':
      return { UserName: userName.toUpperCase() };
    case 'none':
      return null;
  }
}

function typeName(call: UserCall, order: WorkOrder, workTypeId: number): string {
  const type = subscriberOf(call.state, order).workTypes.find((each) => each.id === workTypeId);
  return type?.name ?? String(workTypeId);
}

/** A time as the configuration has the read-backs write it. */
function written(call: UserCall, order: WorkOrder, at: number): string {
  const iso = new Date(at).toISOString();
  if (call.config.readBackTimes === 'utc') return iso;
  if (call.config.readBackTimes === 'bareUtc') return iso.slice(0, -1);
  return wallClock(at, order.location.TimeZoneIanaName ?? 'UTC').local;
}
