/**
 * The types of the snapshot and its parts. Times are corrected instants in ms; a `Stamp` has its UTC offset as well.
 */

import type { JournalEntry } from '../main/visit/journal.ts';
import type { Phase } from '../main/visit/phase.ts';
import type { Problem } from '../main/visit/problem.ts';
import type { Stretch } from '../main/visit/totals.ts';
import type { ChosenCodes, Deed, Delivery, PrimaryStatus, Report, Stamp } from '../main/visit/types.ts';

export type { Delivery, JournalEntry, Phase, Problem, Stamp, Stretch };

export interface WorkType {
  readonly id: number;
  readonly name: string;
}

/** Details of a work order as far as ServiceChannel gave them; a missing one is null. */
/** A known hindrance to a check-in or check-out: a warning, never a bar. */
export type Obstacle = 'invoiced' | 'completed' | 'cancelled' | 'expired';

export interface WorkOrderView {
  readonly id: number;
  readonly store: string | null;
  readonly address: string | null;
  readonly trade: string | null;
  readonly priority: string | null;
  readonly description: string | null;
  /** Upper case, e.g. `IN PROGRESS / ON SITE`. */
  readonly status: string | null;
  readonly subscriber: string | null;
  /** This client refused a check-in for want of the XML check-in/out permission. */
  readonly lacksPermission: boolean;
  readonly obstacle: Obstacle | null;
  /** Speaks of the GPS app: a warning, never a bar. */
  readonly deniedReason: string | null;
  readonly workTypes: readonly WorkType[];
}

export interface VisitView {
  readonly id: string;
  readonly workOrderId: number;
  readonly phase: Phase;
  readonly workTypeId: number;
  /** As its subscriber has it; null where that is not known. */
  readonly workTypeName: string | null;
  readonly techsCount: number;
  readonly since: Stamp;
  /** When it was paused; null unless paused. */
  readonly pausedAt: Stamp | null;
  /** The stretches that have ended, in order. */
  readonly closed: readonly Stretch[];
  /** The stretch that is still going, if any. */
  readonly open: { readonly kind: Stretch['kind']; readonly from: number } | null;
  /** Repair work: the check-out has a form. Travel and custom types have none. */
  readonly hasForm: boolean;
  /** It counts from an instant to come; `sent`: ServiceChannel holds that check-in. Null where it counts from its click. */
  readonly countsFrom: { readonly at: Stamp; readonly sent: boolean } | null;
  /** Checked in by phone: nothing of it is sent from here. */
  readonly byPhone: boolean;
  readonly workOrder: WorkOrderView | null;
}

/** The latest stretches of work on all work orders, in order of time; one that goes on has no end. */
export type DayView = readonly {
  readonly workOrderId: number;
  readonly kind: Stretch['kind'];
  readonly from: number;
  readonly to: number | null;
}[];

/** How the technician left work orders lately: the status they chose most, and their last texts, newest first. */
export interface LeavingsView {
  readonly likeliest: PrimaryStatus | null;
  readonly texts: readonly string[];
}

/** An entry offered under the work order field: a paused visit or a recent work order. */
export interface RecentView {
  readonly workOrderId: number;
  readonly paused: boolean;
  readonly workOrder: WorkOrderView | null;
}

/** A check-in that was refused, while its technician may be there all the same. */
export interface UnreportedView {
  readonly reportId: string;
  readonly since: Stamp;
  /** The visit that its click had paused, and when; null where there was none. */
  readonly paused: { readonly visitId: string; readonly workOrderId: number; readonly at: Stamp } | null;
}

/** The oldest report that has waited so long that ServiceChannel will soon refuse its time. */
export interface LateView {
  readonly workOrderId: number;
  readonly kind: Report['kind'];
  readonly pause: boolean;
  readonly at: Stamp;
  /** ServiceChannel takes it until then. */
  readonly until: Stamp;
  /** How many wait as long. */
  readonly count: number;
}

export interface DifferingView {
  readonly pairId: string;
  readonly workOrderId: number;
  readonly checkIn: number;
  readonly checkOut: number;
}

export interface DeliverySummary {
  /** `told`: nothing waits but what a client was told of. */
  readonly kind: 'recorded' | 'told' | 'sending' | 'waiting' | 'attention';
  readonly count: number;
  /** Reports that are on their way by themselves, whatever else comes before them. */
  readonly waiting: number;
  /** No connection since this instant (ms), when that is why something waits. */
  readonly offlineSince: number | null;
  /** The answer of something else than ServiceChannel, `HTTP 403`, when that is why something waits. */
  readonly between: string | null;
}

/** The last act, while it can be taken back. */
export interface UndoView {
  readonly deed: Deed;
  readonly workOrderId: number;
  readonly at: Stamp;
  /** When that ends, by this computer's clock (ms), and for how long it is possible in all (seconds). */
  readonly until: number;
  readonly seconds: number;
}

/** The form of an act that was taken back, as it was filled in; `at` tells one from the next. */
export interface FormAgain {
  readonly at: number;
  readonly visitId: string;
  readonly form: 'check-out' | 'finish';
  readonly choice: ChosenCodes & {
    readonly primaryStatus: PrimaryStatus;
    readonly extendedStatus: string;
    readonly resolution: string;
  };
  /** The time that was chosen, ms; null: the click. */
  readonly time: number | null;
}

/** Its act can still be taken back; an earlier report needs a person, or goes first; signed out; no connection; something in between answers; too many requests. */
export type WaitsFor =
  | 'undo'
  | 'decision'
  | 'open'
  | 'earlier'
  | 'sign-in'
  | 'connection'
  | 'between'
  | 'limit';

/**
 * The signed-in user. `expired`: the session has ended; `locked`: the keychain does not answer.
 */
export type Account =
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in' | 'expired' | 'locked'; readonly userName: string; readonly name: string };

/** The causes that a sign-in or a session waits for. */
export interface SignInView {
  /** A sign-in that is under way. `until` (ms): ServiceChannel asks to wait until then; null: it is being asked. */
  readonly waiting: { readonly until: number | null; readonly inBrowser: boolean } | null;
  /** The sign-in host gives no tokens now, and says so with these words, which may be empty. */
  readonly trouble: { readonly message: string } | null;
}

/** The first contents of the sign-in form. `custom` is a pair of hosts that is neither of ServiceChannel's. */
export interface ConnectionView {
  /** How a user signs in: by a form here, or at the sign-in page in the browser. */
  readonly signIn: 'password' | 'browser';
  readonly clientId: string;
  readonly hasSecret: boolean;
  readonly environment: EnvironmentChoice;
  readonly locked: {
    readonly clientId: boolean;
    readonly clientSecret: boolean;
    readonly environment: boolean;
  };
}
export const ENVIRONMENTS = ['production', 'sandbox', 'custom'] as const;
export type EnvironmentChoice = (typeof ENVIRONMENTS)[number];
