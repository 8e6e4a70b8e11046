/**
 * The types of a visit. All plain immutable data; the rules beside it make new data from old.
 * Names are ServiceChannel's own where it has one: work order, check-in, check-out, work type, MechanicId.
 */

import type { RefusalReason } from './problem.ts';
import type { RecordedBy, ReportBase, Stamp } from './report-base.ts';
import type { OrderStatus, Step } from './steps.ts';

export { type Delivery, RECORDED_BY, type RecordedBy, type Stamp } from './report-base.ts';
export {
  type ActivityReport,
  type AskedFor,
  type ChosenCodes,
  CODE_LISTS,
  type CodeChoice,
  type CodeList,
  type Codes,
  type Deletion,
  type HeldTimes,
  type Note,
  type OrderStatus,
  type Restore,
  type Step,
} from './steps.ts';

/** Work types that every subscriber has; others are the subscriber's own. */
export const REPAIR = 1;
export const TRAVEL = 2;

/** The statuses that can be set. */
export const SET_STATUSES = [
  'Completed',
  'Incomplete',
  'PartsOnOrder',
  'WaitingForQuote',
  'InProgress',
] as const;

/** The values `PrimaryStatus` takes in universalCheckOut (seed). */
export const PRIMARY_STATUSES = [...SET_STATUSES, 'NoStatusChange'] as const;
export type PrimaryStatus = (typeof PRIMARY_STATUSES)[number];

export interface CheckIn extends ReportBase {
  readonly kind: 'check-in';
}

/** The contents of a check-out beside its time. Cancel is a pause; Complete ends the stay. */
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

/** A status that is set by itself, in the app's own words for it. */
export interface ChosenStatus {
  readonly primaryStatus: (typeof SET_STATUSES)[number];
  readonly extendedStatus: string | null;
  readonly resolution: string | null;
}

/** A status was set already, and a check-in that was put in later changes it. */
export interface SetAgain {
  /** It was set before the check-ins of a number over this. */
  readonly since: number;
  /** How it was recorded until then; null where a check-out had set it. */
  readonly was: (ChosenStatus & { readonly by: RecordedBy }) | null;
}

/** The status that finishes a paused visit: its pair is closed already. */
export interface StatusChange extends ReportBase, ChosenStatus {
  readonly kind: 'status';
  /** Null where it is set once. */
  readonly setAgain: SetAgain | null;
}

export type Report = CheckIn | CheckOut | StatusChange | Step;

/** How a pair comes to ServiceChannel: by check-in and check-out, as a completed work activity, or by the technician's phone. */
export const REPORTED_BY = ['app', 'activity', 'phone'] as const;
export type ReportedBy = (typeof REPORTED_BY)[number];

/** How far both sides of a pair have come; `kept`: the client was told of it, and enters it by hand. */
export const PAIR_STATES = ['recorded', 'kept', 'waiting', 'unconfirmed', 'refused'] as const;
export type PairState = (typeof PAIR_STATES)[number];

/**
 * Where a pair stands whose check-out was given up. `unread`: on site again, until ServiceChannel is read. `on-site`:
 * open there, and on site again. `gone`: on site again, and its check-in is not there any more. `resumed`: the pause that was given up had been resumed, so it goes on. `parked`:
 * closed here, open there as far as is known. `closed`: ServiceChannel had closed it by itself.
 */
export const STANDS = ['unread', 'on-site', 'gone', 'resumed', 'parked', 'closed'] as const;

/** The times of a pair before a person changed them, and when that was done (ms, by this computer's clock). */
export interface Earlier {
  readonly from: Stamp;
  /** Null where it was open. */
  readonly until: Stamp | null;
  readonly changedAt: number;
}

/** How a pair stands whose check-out was given up: ServiceChannel may hold its check-in open (DESIGN.md, rule 4). */
export interface LeftOpen {
  /** Why the check-out was refused; null where it was not known whether it was recorded. */
  readonly reason: RefusalReason | null;
  readonly stands: (typeof STANDS)[number];
  /** When ServiceChannel closed it, ms; null while it is open. */
  readonly closedAt: number | null;
}

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
  /** Its recorded check-in was doubted once, because its check-out met none: not a second time. */
  readonly doubted: boolean;
  /** Check-outs that were given up while the check-in stayed on the record, oldest first. */
  readonly givenUp: readonly CheckOut[];
  /** Null: no check-out was given up, or it is settled how ServiceChannel stands. */
  readonly leftOpen: LeftOpen | null;
  /** Its times before each change that went on no record: it was not sent yet, or refused. Oldest first. */
  readonly edits: readonly Earlier[];
}

/** The owner of a visit: a technician on one ServiceChannel server. */
export interface Owner {
  readonly userId: number;
  /** Base URL of the API that the visit is reported to; never sent to another. */
  readonly server: string;
}

/** One technician's stay with one work order. Its owner reported it; its pairs carry the `UserId` of the one who was there. */
export interface Visit extends Owner {
  readonly id: string;
  readonly workOrderId: number;
  /** The work type that `Arrived` checks in with. */
  readonly arrivalTypeId: number;
  readonly pairs: readonly Pair[];
  readonly finish: StatusChange | null;
  /** The steps that repair its record. */
  readonly steps: readonly Step[];
  /** The work order's status before its first check-in; null where it was not known. */
  readonly statusBefore: OrderStatus | null;
  /** It was reported to the wrong work order: the id of the visit that took its place. */
  readonly movedTo: string | null;
  /** Ended here without a report (No status change on a paused visit), ms; else null. */
  readonly endedAt: number | null;
}

/** How an act is called: a check-in may switch, start a drive or end one. */
export type Deed =
  | 'check-in'
  | 'switch'
  | 'drive-to'
  | 'arrived'
  | 'pause'
  | 'resume'
  | 'break'
  | 'change-crew'
  | 'check-out'
  | 'stop-driving'
  | 'set-status'
  | 'end';

/** The last act of a person, for as long as it can be taken back. Its reports are held meanwhile. */
export interface LastAct extends Owner {
  readonly deed: Deed;
  readonly visitId: string;
  readonly workOrderId: number;
  /** When it happened, as it is reported. */
  readonly at: Stamp;
  /** That was a time which the technician chose: not the click. */
  readonly chosen: boolean;
  readonly reportIds: readonly string[];
  /** The visits that it changed, as they were before; null for one that it began. */
  readonly touched: readonly { readonly id: string; readonly before: Visit | null }[];
}

export interface State {
  readonly visits: readonly Visit[];
  readonly nextSeq: number;
  /** The last act of a person, while it can be taken back. In memory only: after a start none can be. */
  readonly lastAct: LastAct | null;
  /** Ids of check-ins that go although another one is open, as a person said. In memory only: a start asks anew. */
  readonly insisted: readonly string[];
}

export const EMPTY: State = { visits: [], nextSeq: 1, lastAct: null, insisted: [] };

/** The facts that the rules need from outside for one command. */
export interface Context {
  /** Corrected instant of the command, ms. */
  readonly now: number;
  /** The same instant by this computer's clock, ms. */
  readonly clickedAt: number;
  /** Minutes east of UTC at an instant. */
  readonly offsetAt: (ms: number) => number;
  /** Unique per command; ids of what it makes derive from it. */
  readonly id: string;
  /** The signed-in technician; null while signed out. */
  readonly owner: Owner | null;
  /** An act can be taken back for a while, and its reports are held meanwhile. */
  readonly undoable: boolean;
}
