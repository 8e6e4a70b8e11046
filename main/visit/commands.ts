import type { Change } from './change-commands.ts';
import type { CodesChoice, StatusChoice } from './choice.ts';
import type { AddBreak, AddVisitCommand, AskClient, EditPair } from './edit-commands.ts';
import type { Fault } from './fault.ts';
import type { ClosedStay, Problem } from './problem.ts';
import type { OrderStatus, RecordedBy, State } from './types.ts';

export type { Fault, OwnFault } from './fault.ts';

/** When an act happened: the click, or an earlier minute that the technician chose (ms). */
interface Timed {
  readonly at?: number | undefined;
}

/** An act that colleagues do along with the technician. */
interface WithCrew {
  /** The colleagues' UserIds. */
  readonly crew?: readonly number[] | undefined;
}

export interface CheckInCommand extends Timed, WithCrew {
  readonly type: 'check-in';
  readonly workOrderId: number;
  readonly workTypeId: number;
  readonly techsCount: number;
  /** For `Drive to…`: the type that `Arrived` checks in with. */
  readonly arrivalTypeId?: number | undefined;
  /** The work order's status as it was just read, so that a mistaken check-in can put it back. */
  readonly statusBefore?: OrderStatus | null | undefined;
}

interface OnVisit extends Timed {
  readonly visitId: string;
}

export type { CodesChoice, StatusChoice };

/** An act of a technician. */
export type Act =
  | CheckInCommand
  | (OnVisit & WithCrew & { readonly type: 'arrived' })
  | (OnVisit &
      WithCrew & {
        readonly type: 'pause';
        /** The setting pauses and not a person: it cannot be taken back. */
        readonly automatic?: boolean;
      })
  | (OnVisit & WithCrew & { readonly type: 'resume' })
  /** An absence that was a break: out at `at`, in again at `until` (ms), one act. */
  | (OnVisit & { readonly type: 'break'; readonly at: number; readonly until: number })
  | (OnVisit & WithCrew & { readonly type: 'check-out' } & StatusChoice)
  | (OnVisit & { readonly type: 'finish' } & StatusChoice)
  | (OnVisit & { readonly type: 'change-crew'; readonly techsCount: number })
  | ContinueCommand;

/** Goes on here with a check-in that was made elsewhere: on the phone, in the mobile app, on another computer. */
export interface ContinueCommand {
  readonly type: 'continue';
  readonly workOrderId: number;
  /** When it began, ms. */
  readonly at: number;
  readonly workTypeId: number;
  readonly techsCount: number;
}

/** A technician's decision about a report that was refused or is unconfirmed. */
export type ReportRemedy =
  | { readonly type: 'send-again'; readonly reportId: string }
  | { readonly type: 'it-was-recorded'; readonly reportId: string }
  | { readonly type: 'discard'; readonly reportId: string }
  /** A check-in that this client takes by phone only: the visit is kept here and never sent. */
  | { readonly type: 'by-phone'; readonly reportId: string }
  /** A check-out that was refused or given up goes as a Cancel at its own time: without a status. */
  | { readonly type: 'without-status'; readonly reportId: string }
  /** The technician has seen that ServiceChannel had closed the pair whose check-out was given up. */
  | { readonly type: 'note-closed'; readonly reportId: string }
  /** The client was told of it, and enters it: nothing more is sent from here. */
  | { readonly type: 'client-enters'; readonly reportId: string }
  | { readonly type: 'note-mechanic-ids'; readonly pairId: string };

/** A technician's decision about what was reported before. */
export type Remedy =
  | ReportRemedy
  | CheckedOutThere
  | Change
  | Repair
  | Move
  | Mistake
  | TakeBack
  | EditPair
  | AddBreak
  | AskClient
  | AddVisitCommand;

/** ServiceChannel checked the technician out by itself at `at` (ms): what they say to it. */
export interface CheckedOutThere {
  readonly type: 'still-here' | 'left-then';
  readonly visitId: string;
  readonly at: number;
}

/** How a record is repaired that check-in and check-out cannot make, and how a client is told of it. */
export type Repair =
  | { readonly type: 'tell-client'; readonly reportId: string; readonly text: string }
  /** The pair goes as one completed work activity instead. */
  | {
      readonly type: 'record-activity';
      readonly reportId: string;
      /** Asks the client for the others of a crew: a new activity records one technician. */
      readonly note?: string | undefined;
    }
  /** The pair that another user closed gets the technician's own times. */
  | { readonly type: 'correct-record'; readonly reportId: string }
  /** A premature check-in counts from `at` (ms); the note carries the true time. */
  | {
      readonly type: 'check-in-at';
      readonly reportId: string;
      readonly at: number;
      readonly note: string;
    };

/** A check-in that counts from an instant to come did not take place after all; the note tells the client so. */
export interface TakeBack {
  readonly type: 'take-back';
  readonly visitId: string;
  readonly note: string;
}

/** The visit did not take place at all: it is taken off the record, as far as ServiceChannel allows. */
export interface Mistake {
  readonly type: 'mistake';
  readonly visitId: string;
}

/** The visit was for another work order. */
export interface Move {
  readonly type: 'move';
  readonly visitId: string;
  readonly workOrderId: number;
  /** The right work order's status as it was just read. */
  readonly statusBefore?: OrderStatus | null | undefined;
}

/** The outcome of a report, as the outbox reports it. */
export type Outcome =
  | { readonly type: 'sending'; readonly reportId: string; readonly since: number }
  | {
      readonly type: 'recorded';
      readonly reportId: string;
      readonly mechanicId: number | null;
      readonly by: RecordedBy;
    }
  | { readonly type: 'refused'; readonly reportId: string; readonly problem: Problem }
  | { readonly type: 'unconfirmed'; readonly reportId: string; readonly since: number }
  | { readonly type: 'not-recorded'; readonly reportId: string }
  | Completing
  | OpenElsewhere
  | Finding;

/** Another check-in of the technician's is open that was made elsewhere: this one, still queued, is asked about first. */
export interface OpenElsewhere {
  readonly type: 'open-elsewhere';
  readonly reportId: string;
}

/** The order's own list offers exactly this extended status with Completed, and none was chosen. */
export interface Completing {
  readonly type: 'completing';
  readonly reportId: string;
  readonly extendedStatus: string;
}
/** The result of reading back the pair of a check-out that was refused or given up. */
export type Finding = AfterRefusal | AfterGivenUp;

/** The result of reading back after a check-out was refused because there is no open check-in. */
export type AfterRefusal =
  /** The pair was closed by another person or program, at another time than ours. */
  | { readonly type: 'held'; readonly reportId: string; readonly held: ClosedStay }
  /** The pair was closed at our time. */
  | { readonly type: 'held-as-reported'; readonly reportId: string }
  /** Its check-in is not there either: that one's outcome is unknown from `since` on (this computer's clock, ms). */
  | { readonly type: 'check-in-doubted'; readonly reportId: string; readonly since: number };

/**
 * The result of reading back after a check-out, or an unconfirmed check-in, was given up; `reportId` is that one's.
 */
export type AfterGivenUp =
  | { readonly type: 'open-there'; readonly reportId: string }
  /** Closed there at an instant, ms. */
  | { readonly type: 'closed-there'; readonly reportId: string; readonly at: number }
  /** ServiceChannel holds no such check-in. */
  | { readonly type: 'not-there'; readonly reportId: string };

/** The work order of an open visit was read, and this was its status. */
export interface StatusSeen {
  readonly type: 'status-seen';
  readonly workOrderId: number;
  readonly status: OrderStatus;
}

/** This computer's clock is wrong by `by` more than was known: ms to add to it. */
export interface ClockCorrected {
  readonly type: 'clock-corrected';
  readonly by: number;
  /** Reports made before the one with this `seq` have their true times; left out, none have. */
  readonly from?: number;
  /** No clock had been measured before: even what a technician said is recorded was clicked by one that was not. */
  readonly first?: boolean;
}

/** The last act is taken back, or cannot be any more: what was held may go. */
export type Undo = { readonly type: 'undo' | 'end-undo' };

export type Command = ClockCorrected | Act | Remedy | Outcome | StatusSeen | Undo;

export type Ruled =
  | { readonly ok: true; readonly state: State }
  | { readonly ok: false; readonly fault: Fault };

/** The fault of a command whose condition no longer holds, or never did. */
export const NOT_NOW: Ruled = { ok: false, fault: { reason: 'not-now' } };

/** The outcome of a command that was done. */
export const done = (state: State): Ruled => ({ ok: true, state });
