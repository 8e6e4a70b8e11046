/** The request bodies of the seed, field for field. */

export interface CheckInBody {
  readonly WorkTypeId: number;
  readonly UserId: number;
  readonly TechsCount: number;
  /** ISO 8601 with its offset. */
  readonly CheckInTime: string;
}

export interface CheckOutBody {
  readonly WorkTypeId: number;
  /** Left out for Cancel. */
  readonly PrimaryStatus?:
    | 'NoStatusChange'
    | 'InProgress'
    | 'WaitingForQuote'
    | 'PartsOnOrder'
    | 'Incomplete'
    | 'Completed';
  readonly ExtendedStatus?: string;
  readonly ActionStatus: 'Complete' | 'Cancel';
  readonly Resolution?: string;
  readonly UserId: number;
  /** Not in the seed's list: left out it would mean that one technician left. */
  readonly TechsCount: number;
  /** ISO 8601 with its offset. */
  readonly CheckOutTime: string;
}

/** A status set without a check-out; `primary` in the order's own spelling, such as "IN PROGRESS". */
export interface StatusBody {
  readonly primary: string;
  readonly extended: string | null;
  readonly note: string | null;
}

/** A completed pair of the caller's own: it takes no user and no number of technicians (API.md). */
export interface ActivityBody {
  readonly WorkTypeId: number;
  /** ISO 8601, UTC. */
  readonly CheckInDate: string;
  readonly CheckOutDate: string;
}

const CHECK_IN_FIELDS = ['WorkTypeId', 'UserId', 'TechsCount', 'CheckInTime'] satisfies (keyof CheckInBody)[];

const CHECK_OUT_FIELDS = [
  'WorkTypeId',
  'PrimaryStatus',
  'ExtendedStatus',
  'ActionStatus',
  'Resolution',
  'UserId',
  'TechsCount',
  'CheckOutTime',
] satisfies (keyof CheckOutBody)[];

/** JSON of a check-in. Only the fields named here leave this computer: no coordinate can slip in. */
export function checkInJson(body: CheckInBody): string {
  return JSON.stringify(body, CHECK_IN_FIELDS);
}

/** JSON of a check-out, by the same list of fields. */
export function checkOutJson(body: CheckOutBody): string {
  return JSON.stringify(body, CHECK_OUT_FIELDS);
}

/** JSON of a new work activity; of one that is corrected it is the times alone. */
export const activityJson = (body: ActivityBody): string =>
  JSON.stringify(body, ['WorkTypeId', 'CheckInDate', 'CheckOutDate']);

/** The JSON body of a change of times, as ServiceChannel names its fields. */
export const timesJson = (body: Omit<ActivityBody, 'WorkTypeId'>): string =>
  JSON.stringify(body, ['CheckInDate', 'CheckOutDate']);

/** JSON of a scheduled date. @param at ISO 8601 with offset */
export const scheduledJson = (at: string): string => JSON.stringify({ Value: at });

/** JSON of a note that is not mailed. */
export const noteJson = (text: string): string => JSON.stringify({ Note: text, MailedTo: '' });

/** JSON of `PUT …/status`. */
export function statusJson({ primary, extended, note }: StatusBody): string {
  return JSON.stringify({
    // It must be there, and may be empty (API.md).
    Status: { Primary: primary, Extended: extended ?? '' },
    ...(note ? { Note: note } : {}),
  });
}
