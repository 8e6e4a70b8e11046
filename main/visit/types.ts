/**
 * What a visit is. Everything here is plain immutable data; the rules beside it make new data from old.
 * Words are ServiceChannel's own where it has one: work order, check-in, check-out, work type, MechanicId.
 */

/** An instant on the record: whole seconds as ms since the epoch, and minutes east of UTC where it happened. */
export interface Stamp {
  readonly ms: number;
  readonly offset: number;
}

/** Work types that every subscriber has; others are the subscriber's own. */
export const REPAIR = 1;
export const TRAVEL = 2;

/** The values `PrimaryStatus` takes in universalCheckOut (seed). */
export const PRIMARY_STATUSES = [
  'Completed',
  'Incomplete',
  'PartsOnOrder',
  'WaitingForQuote',
  'InProgress',
  'NoStatusChange',
] as const;
export type PrimaryStatus = (typeof PRIMARY_STATUSES)[number];

/** Why ServiceChannel said no, in the terms that our advice is chosen by. */
export const ADVICE = [
  'not-found',
  'xml-permission',
  'permission',
  'work-type',
  'premature',
  'out-of-date',
  'time-ahead',
  'not-checked-in',
  'field',
  'extended-status',
  'tracking-number',
  'completed',
  'closed-for-check-in',
  'mile-range',
  'overlap',
  'not-allowed',
  'unknown',
] as const;
export type Advice = (typeof ADVICE)[number];

/** Anything refused: ServiceChannel's own message, and which advice of ours goes with it. */
export interface Problem {
  readonly advice: Advice;
  /** ServiceChannel's ErrorMessage as it came, shortened; empty when it gave none. */
  readonly message: string;
  readonly httpStatus: number;
  /** Integers or enum names, as they came. */
  readonly codes: readonly string[];
}

/** How a recorded report is known to be recorded. */
export type RecordedBy = 'answer' | 'read-back' | 'technician';

/** Where a report is on its way to ServiceChannel. */
export type Delivery =
  | { readonly state: 'queued' }
  | { readonly state: 'sending'; readonly since: number }
  | { readonly state: 'recorded'; readonly mechanicId: number | null; readonly by: RecordedBy }
  | { readonly state: 'refused'; readonly problem: Problem }
  | { readonly state: 'unconfirmed'; readonly since: number }
  | { readonly state: 'discarded' };

interface ReportBase {
  readonly id: string;
  /** Order of creation over all visits; breaks ties between reports of one instant. */
  readonly seq: number;
  readonly at: Stamp;
  /** The click's own instant by this computer's clock, kept beside the reported time (ms). */
  readonly clickedAt: number;
  readonly delivery: Delivery;
}

export interface CheckIn extends ReportBase {
  readonly kind: 'check-in';
}

/** What a check-out says beside its time. Cancel is a pause; Complete ends the stay. */
export type Leaving =
  | { readonly action: 'Cancel' }
  | {
      readonly action: 'Complete';
      readonly primaryStatus: PrimaryStatus;
      readonly extendedStatus: string | null;
      readonly resolution: string | null;
    };

export interface CheckOut extends ReportBase {
  readonly kind: 'check-out';
  readonly leaving: Leaving;
}

/** The status that finishes a paused visit: its pair is closed already. */
export interface StatusChange extends ReportBase {
  readonly kind: 'status';
  readonly primaryStatus: Exclude<PrimaryStatus, 'NoStatusChange'>;
  readonly extendedStatus: string | null;
  readonly resolution: string | null;
}

export type Report = CheckIn | CheckOut | StatusChange;

/** How a pair comes to ServiceChannel: by check-in and check-out, as a completed work activity, or by the technician's phone. */
export const REPORTED_BY = ['app', 'activity', 'phone'] as const;
export type ReportedBy = (typeof REPORTED_BY)[number];

/** One check-in with its check-out: ServiceChannel's work activity. User, type and count are the pair's, so both sides carry the same. */
export interface Pair {
  readonly id: string;
  readonly workTypeId: number;
  readonly userId: number;
  readonly techsCount: number;
  readonly reportedBy: ReportedBy;
  readonly checkIn: CheckIn;
  readonly checkOut: CheckOut | null;
  /** The technician has seen that the two MechanicIds differ. */
  readonly noted: boolean;
}

/** One technician's stay with one work order. */
export interface Visit {
  readonly id: string;
  readonly workOrderId: number;
  readonly userId: number;
  /** Base URL of the API that this visit is reported to; never sent to another. */
  readonly server: string;
  /** The work type that `Arrived` checks in with. */
  readonly arrivalTypeId: number;
  readonly pairs: readonly Pair[];
  readonly finish: StatusChange | null;
  /** Ended here without a report (No status change on a paused visit), ms; else null. */
  readonly endedAt: number | null;
}

export interface State {
  readonly visits: readonly Visit[];
  readonly nextSeq: number;
}

export const EMPTY: State = { visits: [], nextSeq: 1 };

/** What the rules need from outside for one command. */
export interface Context {
  /** Corrected instant of the command, ms. */
  readonly now: number;
  /** The same instant by this computer's clock, ms. */
  readonly clickedAt: number;
  /** Minutes east of UTC at an instant. */
  readonly offsetAt: (ms: number) => number;
  /** Unique per command; ids of what it makes derive from it. */
  readonly id: string;
  readonly userId: number;
  readonly server: string;
}
