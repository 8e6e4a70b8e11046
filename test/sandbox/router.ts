import { addWorkActivity, changeWorkActivity, removeWorkActivities } from './activities.ts';
import { authorizePage, authorizeSubmit } from './authorize.ts';
import type { Call, UserCall } from './call.ts';
import { checkIn } from './check-in.ts';
import { checkOut } from './check-out.ts';
import { codesOf, listCodes, listRootCauses, postCodes, postRootCause, postRootCauses } from './codes.ts';
import { Refusal, refusalReply } from './errors.ts';
import { pathOf, type Reply } from './http.ts';
import { countRequest } from './limits.ts';
import { listNotes, postNote } from './notes.ts';
import { loginPage, token } from './oauth.ts';
import { listWorkOrders } from './odata-list.ts';
import { getProfile } from './profile.ts';
import { listCheckEvents, listForInterval, listWorkActivities } from './read-back.ts';
import { setScheduledDate } from './scheduled-date.ts';
import { listStatuses, listWorkTypes, setStatus } from './status.ts';
import { authenticate } from './tokens.ts';
import { listUsers } from './users.ts';
import { getWorkOrder } from './work-orders.ts';

interface Route<C> {
  method: string;
  path: RegExp;
  handle: (call: C) => Reply;
}

const OPEN: readonly Route<Call>[] = [
  { method: 'POST', path: /^\/oauth\/token$/, handle: token },
  { method: 'GET', path: /^\/oauth\/authorize$/, handle: authorizePage },
  { method: 'POST', path: /^\/oauth\/authorize$/, handle: authorizeSubmit },
  { method: 'GET', path: /^\/login$/, handle: loginPage },
];

const ACTIVITIES = /^\/workorders\/(?<id>[^/]+)\/workactivities$/;
const ACTIVITY = /^\/workorders\/(?<id>[^/]+)\/workactivities\/(?<activityId>[^/]+)$/;
const NOTES = /^\/workorders\/(?<id>[^/]+)\/notes$/;
const INTERVAL = 'dtMin=(?<dtMin>[^,)]+),dtMax=(?<dtMax>[^,)]+),userId=(?<userId>\\d+)';

const SIGNED_IN: readonly Route<UserCall>[] = [
  { method: 'POST', path: /^\/workorders\/(?<id>[^/]+)\/universalCheckIn$/, handle: checkIn },
  { method: 'POST', path: /^\/workorders\/(?<id>[^/]+)\/universalCheckOut$/, handle: checkOut },
  { method: 'GET', path: /^\/workorders\/(?<id>[^/]+)$/, handle: getWorkOrder },
  { method: 'GET', path: /^\/workorders\/(?<id>[^/]+)\/statuses$/, handle: listStatuses },
  { method: 'PUT', path: /^\/workorders\/(?<id>[^/]+)\/status$/, handle: setStatus },
  { method: 'PUT', path: /^\/workorders\/(?<id>[^/]+)\/scheduledate$/, handle: setScheduledDate },
  { method: 'GET', path: NOTES, handle: listNotes },
  { method: 'POST', path: NOTES, handle: postNote },
  { method: 'POST', path: ACTIVITIES, handle: addWorkActivity },
  { method: 'PUT', path: ACTIVITY, handle: changeWorkActivity },
  { method: 'DELETE', path: ACTIVITIES, handle: removeWorkActivities },
  { method: 'GET', path: /^\/resolutionCodes$/, handle: listCodes },
  { method: 'POST', path: /^\/resolutionCodes$/, handle: postCodes },
  { method: 'GET', path: /^\/resolutionCodes\/rootCauses$/, handle: listRootCauses },
  { method: 'POST', path: /^\/resolutionCodes\/rootCauses$/, handle: postRootCauses },
  { method: 'POST', path: /^\/resolutionCodes\/rootCauses\/(?<id>[^/]+)$/, handle: postRootCause },
  { method: 'GET', path: /^\/resolutionCodes\/(?<id>\d+)$/, handle: codesOf },
  { method: 'GET', path: /^\/worktypes$/, handle: listWorkTypes },
  { method: 'GET', path: /^\/users\/current\/profile$/, handle: getProfile },
  { method: 'GET', path: /^\/odata\/workorders$/, handle: listWorkOrders },
  { method: 'GET', path: /^\/odata\/users$/, handle: listUsers },
  {
    method: 'GET',
    path: /^\/odata\/workorders\((?<id>[^)]+)\)\/workactivities$/,
    handle: listWorkActivities,
  },
  {
    method: 'GET',
    path: /^\/odata\/workorders\((?<id>[^)]+)\)\/Service\.CheckInActivity\(loadBlocked=(true|false)\)$/,
    handle: listCheckEvents,
  },
  {
    method: 'GET',
    path: new RegExp(`^/odata/workactivities/Service\\.ForTimeInterval\\(${INTERVAL}\\)$`),
    handle: listForInterval,
  },
];

/** Answers one request as ServiceChannel would. Never throws a refusal: it becomes its answer. */
export function route(call: Call): Reply {
  try {
    const path = pathOf(call.request.url);
    if (path.startsWith('/v3/')) return routeSignedIn(call, path.slice('/v3'.length));
    const found = match(OPEN, call.request.method, path);
    return found.handle(call);
  } catch (error) {
    if (error instanceof Refusal) return refusalReply(error, call.config.errorCodesAsNames);
    throw error;
  }
}

function routeSignedIn(call: Call, path: string): Reply {
  const { call: userCall, clientId } = authenticate(call);
  countRequest(call, clientId, userCall.user.providerId);
  const { handle, params } = match(SIGNED_IN, call.request.method, path);
  return handle({ ...userCall, params });
}

function match<C>(routes: readonly Route<C>[], method: string, path: string) {
  const here = routes.filter((route) => route.path.test(path));
  if (here.length === 0) throw new Refusal(404, null, `No such resource: ${path}`);
  const found = here.find((route) => route.method === method);
  if (!found) throw new Refusal(405, null, `The method ${method} is not allowed here`);
  const params: Readonly<Record<string, string>> = found.path.exec(path)?.groups ?? {};
  return { handle: found.handle, params };
}
