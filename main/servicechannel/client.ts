import type { CheckInActivity, WorkActivity } from './activity.ts';
import {
  type NotePage,
  readCheckInActivity,
  readNotePage,
  readNotes,
  readWorkActivities,
} from './activity.ts';
import type { Answer } from './answers.ts';
import type { ActivityBody, CheckInBody, CheckOutBody, StatusBody } from './bodies.ts';
import {
  activityJson,
  checkInJson,
  checkOutJson,
  noteJson,
  scheduledJson,
  statusJson,
  timesJson,
} from './bodies.ts';
import { type ClientOptions, createCaller } from './call.ts';
import {
  type ChosenCode,
  type CodeOption,
  type CodesOf,
  codesJson,
  codesQuery,
  type HeldCodes,
  readCodes,
  readHeldCodes,
  rootCauseRequest,
} from './codes.ts';
import { type Profile, readProfile } from './profile.ts';
import { readStatuses, type StatusOption } from './statuses.ts';
import { readUserPage, type UserPage } from './users.ts';
import { type PageOfOrders, readOrderPage, readWorkOrder, type WorkOrder } from './work-order.ts';
import { readWorkTypes, type WorkTypeOption } from './work-types.ts';
import { type Recorded, readCreated, readDone, readRecorded } from './written.ts';

export type { CheckInActivity, NotePage, WorkActivity } from './activity.ts';
export type { ActivityBody, CheckInBody, CheckOutBody, StatusBody } from './bodies.ts';
export type { Authorizer, ClientOptions } from './call.ts';
export type { CodeOption } from './codes.ts';
export type { Profile } from './profile.ts';
export type { ExtendedOption, StatusOption } from './statuses.ts';
export type { Transport } from './transport.ts';
export type { PageOfOrders, WorkOrder } from './work-order.ts';
export type { WorkTypeOption } from './work-types.ts';
export type { Recorded } from './written.ts';

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Nothing waits for it: it stands back for the reads that a report needs. */
  readonly standsBack?: boolean;
}

export interface WriteOptions {
  /** The caller has awaited `pacer.place('write')` for this request already. */
  readonly placed?: boolean;
  /** Called right before the bytes leave, at every try; false keeps them back. */
  readonly leaving?: () => boolean;
}

/** ServiceChannel's API. No method throws for anything a server or network does. */
export interface Client {
  checkIn(workOrderId: number, body: CheckInBody, options?: WriteOptions): Promise<Answer<Recorded>>;
  checkOut(workOrderId: number, body: CheckOutBody, options?: WriteOptions): Promise<Answer<Recorded>>;
  setStatus(workOrderId: number, status: StatusBody, options?: WriteOptions): Promise<Answer<null>>;
  /** Records a completed pair of the caller. */
  addActivity(workOrderId: number, body: ActivityBody, options?: WriteOptions): Promise<Answer<null>>;
  /** Sets both times of an activity of the caller. */
  correctActivity(
    workOrderId: number,
    activityId: string,
    times: Omit<ActivityBody, 'WorkTypeId'>,
    options?: WriteOptions,
  ): Promise<Answer<null>>;
  deleteActivity(workOrderId: number, activityId: string, options?: WriteOptions): Promise<Answer<null>>;
  addNote(workOrderId: number, text: string, options?: WriteOptions): Promise<Answer<null>>;
  /** Moves the scheduled date. @param at ISO 8601 with offset */
  setScheduledDate(workOrderId: number, at: string, options?: WriteOptions): Promise<Answer<null>>;
  setCodes(id: number, codes: readonly ChosenCode[], options?: WriteOptions): Promise<Answer<null>>;
  /** One root cause, or one for each asset category. */
  setRootCauses(id: number, causes: readonly ChosenCode[], options?: WriteOptions): Promise<Answer<null>>;
  /** A page of the client's resolution codes, or of its root causes. @param page from 1 on */
  codes(of: CodesOf, page: number, options?: ReadOptions): Promise<Answer<CodeOption[]>>;
  rootCauses(of: CodesOf, page: number, options?: ReadOptions): Promise<Answer<CodeOption[]>>;
  /** The codes and root causes that a work order holds. */
  codesHeld(workOrderId: number, options?: ReadOptions): Promise<Answer<HeldCodes>>;
  /** The texts of the work order's last notes, at most `NOTES_READ` of them. */
  notes(workOrderId: number, options?: ReadOptions): Promise<Answer<string[]>>;
  /** A page of the work order's notes, the newest first. @param page from 1 on */
  notesPage(workOrderId: number, page: number, options?: ReadOptions): Promise<Answer<NotePage>>;
  workOrder(id: number, options?: ReadOptions): Promise<Answer<WorkOrder>>;
  /**
   * The user's work orders of a primary status, the one scheduled last first; ServiceChannel gives 50 at most.
   * @param skip how many to leave out: those of the pages before
   */
  ordersOf(primaryStatus: string, skip: number, options?: ReadOptions): Promise<Answer<PageOfOrders>>;
  statuses(id: number, subscriberId: number | null, options?: ReadOptions): Promise<Answer<StatusOption[]>>;
  workTypes(subscriberId: number, options?: ReadOptions): Promise<Answer<WorkTypeOption[]>>;
  profile(options?: ReadOptions): Promise<Answer<Profile>>;
  users(skip: number, options?: ReadOptions): Promise<Answer<UserPage>>;
  checkInActivity(id: number, options?: ReadOptions): Promise<Answer<CheckInActivity[]>>;
  workActivities(id: number, options?: ReadOptions): Promise<Answer<WorkActivity[]>>;
  /**
   * A user's own activities of some days, across work orders.
   * @param from first day, `2026-11-23`
   * @param to the day after the last
   */
  ownActivities(
    from: string,
    to: string,
    userId: number,
    options?: ReadOptions,
  ): Promise<Answer<WorkActivity[]>>;
}

/** As many notes as are looked at to find one again. */
export const NOTES_READ = 50;

/** Notes of one page of an order's details. */
export const NOTES_A_PAGE = 10;

/** ServiceChannel gives no more at once, silently. */
export const ROWS_A_PAGE = 50;

/** A client of one API for one signed-in user. */
export function createClient(options: ClientOptions): Client {
  const call = createCaller(options);

  function get<T>(path: string, read: (json: unknown) => T | null, options: ReadOptions = {}) {
    return call<T>({ method: 'GET', path, ...options, read: (json) => found(read(json)) });
  }

  function report(path: string, body: string, options: WriteOptions = {}) {
    return call<Recorded>({ method: 'POST', path, body, ...options, reporting: true, read: readRecorded });
  }

  const post = (path: string, body: string, options: WriteOptions = {}) =>
    call<null>({ method: 'POST', path, body, ...options, read: readCreated });

  return {
    checkIn: (id, body, write) => report(`/workorders/${id}/universalCheckIn`, checkInJson(body), write),
    checkOut: (id, body, write) => report(`/workorders/${id}/universalCheckOut`, checkOutJson(body), write),
    setStatus: (id, status, options) =>
      call({
        method: 'PUT',
        path: `/workorders/${id}/status`,
        body: statusJson(status),
        ...options,
        read: readDone,
      }),
    addActivity: (id, body, options) => post(`/workorders/${id}/workactivities`, activityJson(body), options),
    correctActivity: (id, activityId, times, options) => {
      const path = `/workorders/${id}/workactivities/${encodeURIComponent(activityId)}`;
      return call({ method: 'PUT', path, body: timesJson(times), ...options, read: readDone });
    },
    deleteActivity: (id, activityId, options) => {
      const path = `/workorders/${id}/workactivities?workactivityIds=${encodeURIComponent(activityId)}`;
      return call({ method: 'DELETE', path, ...options, read: readDone });
    },
    addNote: (id, text, options) => post(`/workorders/${id}/notes`, noteJson(text), options),
    setScheduledDate: (id, at, options) =>
      call({
        method: 'PUT',
        path: `/workorders/${id}/scheduledate`,
        body: scheduledJson(at),
        ...options,
        read: readDone,
      }),
    setCodes: (id, codes, options) =>
      call({
        method: 'POST',
        path: '/resolutionCodes',
        body: codesJson(id, codes),
        ...options,
        read: readDone,
      }),
    setRootCauses: (id, causes, options) =>
      call({ method: 'POST', ...rootCauseRequest(id, causes), ...options, read: readDone }),
    codes: (of, page, read) => get(`/resolutionCodes?${codesQuery(of, page)}`, readCodes, read),
    rootCauses: (of, page, read) =>
      get(`/resolutionCodes/rootCauses?${codesQuery(of, page)}`, readCodes, read),
    codesHeld: (id, read) => get(`/resolutionCodes/${id}`, readHeldCodes, read),
    notes: (id, read) => get(`/workorders/${id}/notes?paging=1:${NOTES_READ}`, readNotes, read),
    notesPage: (id, page, read) =>
      get(`/workorders/${id}/notes?paging=${page}:${NOTES_A_PAGE}`, readNotePage, read),
    workOrder: (id, read) => get(`/workorders/${id}`, readWorkOrder, read),
    ordersOf: (primaryStatus, skip, read) => {
      const query = new URLSearchParams({
        $filter: `Status/Primary eq '${primaryStatus.replaceAll("'", "''")}'`,
        $expand: 'Location,Provider',
        $orderby: 'ScheduledDate desc',
        $top: String(ROWS_A_PAGE),
        $skip: String(skip),
        $count: 'true',
      });
      // A space as `%20`: `+` is a sign of its own to some servers. The `$` of OData's words as it is.
      const text = query.toString().replaceAll('+', '%20').replaceAll('%24', '$');
      return get(`/odata/workorders?${text}`, readOrderPage, read);
    },
    statuses: (id, subscriberId, read) => {
      const query = subscriberId === null ? '' : `?subscriberId=${subscriberId}`;
      return get(`/workorders/${id}/statuses${query}`, readStatuses, read);
    },
    workTypes: (subscriberId, read) => get(`/worktypes?subscriberId=${subscriberId}`, readWorkTypes, read),
    profile: (read) => get('/users/current/profile', readProfile, read),
    users: (skip, read) => get(`/odata/users?$top=${ROWS_A_PAGE}&$skip=${skip}`, readUserPage, read),
    checkInActivity: (id, read) =>
      get(`/odata/workorders(${id})/Service.CheckInActivity(loadBlocked=false)`, readCheckInActivity, read),
    workActivities: (id, read) => get(`/odata/workorders(${id})/workactivities`, readWorkActivities, read),
    ownActivities: (from, to, userId, read) =>
      get(
        `/odata/workactivities/Service.ForTimeInterval(dtMin=${from},dtMax=${to},userId=${userId})`,
        readWorkActivities,
        read,
      ),
  };
}

function found<T>(value: T | null): { value: T } | null {
  return value === null ? null : { value };
}
