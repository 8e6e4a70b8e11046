import type { PrimaryStatus, Problem, RecordedBy, Stamp, State } from './types.ts';

/** When an act happened: the click, or an earlier minute that the technician chose (ms). */
interface Timed {
  readonly at?: number | undefined;
}

export interface CheckInCommand extends Timed {
  readonly type: 'check-in';
  readonly workOrderId: number;
  readonly workTypeId: number;
  readonly techsCount: number;
  /** For `Drive to…`: the type that `Arrived` checks in with. */
  readonly arrivalTypeId?: number | undefined;
}

interface OnVisit extends Timed {
  readonly visitId: string;
}

export type LeavingChoice = {
  readonly primaryStatus: PrimaryStatus;
  readonly extendedStatus?: string | undefined;
  readonly resolution?: string | undefined;
};

/** What a technician does. */
export type Act =
  | CheckInCommand
  | (OnVisit & { readonly type: 'arrived' })
  | (OnVisit & { readonly type: 'pause' })
  | (OnVisit & { readonly type: 'resume' })
  /** An absence that was a break: out at `at`, in again at `until` (ms), one act. */
  | (OnVisit & { readonly type: 'break'; readonly at: number; readonly until: number })
  | (OnVisit & { readonly type: 'check-out' } & LeavingChoice)
  | (OnVisit & { readonly type: 'finish' } & LeavingChoice)
  | (OnVisit & { readonly type: 'change-crew'; readonly techsCount: number });

/** What a technician decides about a report that needs a person. */
export type Remedy =
  | { readonly type: 'send-again'; readonly reportId: string }
  | { readonly type: 'it-was-recorded'; readonly reportId: string }
  | { readonly type: 'discard'; readonly reportId: string }
  | { readonly type: 'note-mechanic-ids'; readonly pairId: string };

/** What the outbox found out about a report. */
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
  | { readonly type: 'not-recorded'; readonly reportId: string };

export type Command = Act | Remedy | Outcome;

/** Why a command cannot be done, and which field of a form it speaks of. */
export type Fault =
  | { readonly reason: 'already-on-site'; readonly workOrderId: number }
  | { readonly reason: 'before-previous'; readonly previous: Stamp }
  | { readonly reason: 'clock-behind'; readonly previous: Stamp }
  | { readonly reason: 'in-future' }
  | { readonly reason: 'too-old' }
  | { readonly reason: 'elsewhere-then'; readonly workOrderId: number }
  | { readonly reason: 'break-order' }
  | { readonly reason: 'not-now' };

export type Ruled =
  | { readonly ok: true; readonly state: State }
  | { readonly ok: false; readonly fault: Fault };
