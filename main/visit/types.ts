/**
 * The types of a visit. All plain immutable data; the rules beside it make new data from old.
 * Names are ServiceChannel's own where it has one: work order, check-in, check-out, work type, MechanicId.
 */

import type { Problem, RefusalReason } from './problem.ts';

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

/** How a recorded report is known to be recorded; `client`: the client was told, and enters it by hand. */
export const RECORDED_BY = ['answer', 'read-back', 'technician', 'phone', 'client'] as const;
export type RecordedBy = (typeof RECORDED_BY)[number];

/** Where a report is on its way to ServiceChannel. */
export type Delivery =
  | { readonly state: 'queued' }
  | { readonly state: 'sending'; readonly since: number }
  | { readonly state: 'recorded'; readonly mechanicId: number | null; readonly by: RecordedBy }
  | { readonly state: 'refused'; readonly problem: Problem }
  | { readonly state: 'unconfirmed'; readonly since: number }
  /** Another report, by its id, records what this one could not: what comes of that one becomes of this one too. */
  | { readonly state: 'replaced'; readonly by: string }
  | { readonly state: 'discarded' };

interface ReportBase {
  readonly id: string;
  /** Order of creation over all visits; breaks ties between reports of one instant. */
  readonly seq: number;
  readonly at: Stamp;
  /** The click's own instant by this computer's clock, kept beside the reported time (ms). */
  readonly clickedAt: number;
  /** The correction added to the click's instant to give `at`, ms; null where a person gave the time. */
  readonly correction: number | null;
  readonly delivery: Delivery;
}

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

/** The status that finishes a paused visit: its pair is closed already. */
export interface StatusChange extends ReportBase {
  readonly kind: 'status';
  readonly primaryStatus: Exclude<PrimaryStatus, 'NoStatusChange'>;
  readonly extendedStatus: string | null;
  readonly resolution: string | null;
}

/** A work order's own status, in its own spelling, such as `IN PROGRESS` / `ON SITE`. */
export interface OrderStatus {
  readonly primary: string;
  readonly extended: string | null;
}

/** A text for the client beside a work order. */
export interface Note extends ReportBase {
  readonly kind: 'note';
  readonly workOrderId: number;
  readonly text: string;
  /** The report that it speaks of. */
  readonly about: string;
}

/** A whole pair as a work activity: a new one, or the one that began with this pair's check-in, corrected. */
export interface ActivityReport extends ReportBase {
  readonly kind: 'activity';
  readonly pairId: string;
  readonly change: 'add' | 'correct';
  /** The times that a technician put right with it; null where it repairs what was refused. */
  readonly was: { readonly from: Stamp; readonly until: Stamp } | null;
}

/** Takes what was reported to the wrong work order off its record: the user's activity of that time. */
export interface Deletion extends ReportBase {
  readonly kind: 'deletion';
  readonly workOrderId: number;
  /** The activity's check-in, and its check-out as it was reported. */
  readonly from: Stamp;
  readonly to: Stamp;
}

/** Puts a work order's status back to what it was before a mistaken check-in; null where that is not known. */
export interface Restore extends ReportBase {
  readonly kind: 'restore';
  readonly workOrderId: number;
  readonly status: OrderStatus | null;
}

/** A repair of a record: one request, delivered like every other report. */
export type Step = Note | ActivityReport | Deletion | Restore;

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
