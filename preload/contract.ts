/**
 * Every command a window can send, the snapshot every window is shown, and their types: the one page that both sides
 * of the process boundary read. Times are corrected instants in ms; a `Stamp` also says where (its UTC offset).
 */
import type { Fault } from '../main/visit/commands.ts';
import type { NumberFault } from '../main/visit/numbers.ts';
import type { Phase } from '../main/visit/phase.ts';
import type { Stretch } from '../main/visit/totals.ts';
import type { Delivery, PrimaryStatus, Problem, Report, Stamp } from '../main/visit/types.ts';

export type { Delivery, Fault, NumberFault, Phase, PrimaryStatus, Problem, Stamp, Stretch };

/** What a person should be told who cannot do what they asked for. `field` is where it is shown. */
export type Trouble =
  | { readonly code: 'work-order' | 'technicians'; readonly fault: NumberFault }
  | { readonly code: 'time'; readonly fault: 'not-a-time' }
  | { readonly code: 'rule'; readonly fault: Fault }
  | { readonly code: 'signed-out' }
  | { readonly code: 'wrong-password' }
  | { readonly code: 'wrong-client' }
  | { readonly code: 'wait'; readonly seconds: number }
  | { readonly code: 'offline' }
  | { readonly code: 'unreadable' }
  | { readonly code: 'refused'; readonly problem: Problem }
  | { readonly code: 'not-kept'; readonly detail: string }
  | { readonly code: 'policy' }
  | { readonly code: 'bad-request' };

export type Result<T = null> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

export interface WorkType {
  readonly id: number;
  readonly name: string;
}

/** Details of a work order as far as ServiceChannel gave them; a missing one is null. */
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
  /** Speaks of the GPS app: a warning, never a bar. */
  readonly deniedReason: string | null;
  readonly workTypes: readonly WorkType[];
}

export interface VisitView {
  readonly id: string;
  readonly workOrderId: number;
  readonly phase: Phase;
  readonly workTypeId: number;
  readonly workTypeName: string;
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
  readonly workOrder: WorkOrderView | null;
}

/** An entry offered under the work order field: a paused visit or a recent work order. */
export interface RecentView {
  readonly workOrderId: number;
  readonly paused: boolean;
  readonly workOrder: WorkOrderView | null;
}

export type RemedyName = 'send-again' | 'it-was-recorded' | 'discard';

/** A report that needs a person. */
export interface ProblemView {
  readonly reportId: string;
  readonly kind: Report['kind'];
  readonly pause: boolean;
  readonly workOrderId: number;
  readonly at: Stamp;
  readonly state: 'refused' | 'unconfirmed';
  readonly problem: Problem | null;
  readonly subscriber: string | null;
  readonly remedies: readonly RemedyName[];
  /** Whole minutes that are not reported when it is given up; null while the pair is open. */
  readonly minutes: number | null;
}

export interface DifferingView {
  readonly pairId: string;
  readonly workOrderId: number;
  readonly checkIn: number;
  readonly checkOut: number;
}

export interface DeliverySummary {
  readonly kind: 'recorded' | 'sending' | 'waiting' | 'attention';
  readonly count: number;
  /** No connection since this instant (ms), when that is why something waits. */
  readonly offlineSince: number | null;
}

/** One line of `Show delivery`: a report, where it is, and what was tried and answered, newest try last. */
export interface DeliveryRow {
  readonly reportId: string;
  readonly workOrderId: number;
  readonly kind: Report['kind'];
  readonly pause: boolean;
  readonly at: Stamp;
  readonly delivery: Delivery;
  readonly tries: readonly { readonly at: number; readonly what: string }[];
}

/** Something said once, beside everything else. */
export type Notice =
  | { readonly code: 'policy-invalid'; readonly path: string; readonly detail: string }
  | { readonly code: 'settings-set-aside'; readonly path: string }
  | { readonly code: 'database-set-aside'; readonly path: string; readonly copyFrom: number | null }
  | { readonly code: 'no-keychain' }
  | { readonly code: 'clock'; readonly differenceMs: number };

export type Account =
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in' | 'expired'; readonly userName: string; readonly name: string };

/** What the sign-in form starts with. `custom` is a pair of hosts that is neither of ServiceChannel's. */
export interface ConnectionView {
  readonly clientId: string;
  readonly hasSecret: boolean;
  readonly environment: Environment;
  readonly locked: {
    readonly clientId: boolean;
    readonly clientSecret: boolean;
    readonly environment: boolean;
  };
}
export type Environment = 'production' | 'sandbox' | 'custom';

export interface Snapshot {
  readonly account: Account;
  readonly connection: ConnectionView;
  readonly current: VisitView | null;
  /** Paused visits beside the current one, the one paused last first. */
  readonly paused: readonly VisitView[];
  readonly recent: readonly RecentView[];
  readonly problems: readonly ProblemView[];
  readonly differing: readonly DifferingView[];
  readonly delivery: DeliverySummary;
  readonly notices: readonly Notice[];
  readonly defaults: { readonly workTypeId: number; readonly techsCount: number };
  /** Add to this computer's clock (ms) to get ServiceChannel's; 0 while they agree to 30 s. */
  readonly clockDifference: number;
  /** BCP 47, by which times are written. */
  readonly locale: string;
  /** A number that a link asks to be filled in; `at` tells one request from the next. */
  readonly prefill: { readonly workOrder: string; readonly at: number } | null;
  /** `Check out…` was chosen in the tray's menu at this instant: the popup opens with that form. */
  readonly checkOutAsked: number | null;
}

/** `YYYY-MM-DDTHH:mm` local time as `<input type="datetime-local">` gives it; empty is now. */
type Earlier = { readonly at: string };

export interface CheckInRequest extends Earlier {
  /** As typed. */
  readonly workOrder: string;
  /** As typed. */
  readonly technicians: string;
  readonly workTypeId: number;
}

type OnVisit = { readonly visitId: string };
type StatusChoice = {
  readonly primaryStatus: PrimaryStatus;
  readonly extendedStatus: string;
  readonly resolution: string;
};

export interface SignInRequest {
  readonly userName: string;
  readonly password: string;
  readonly clientId: string;
  /** Empty: the one that is kept already. */
  readonly clientSecret: string;
  readonly environment: Environment;
}

/** Extended statuses that go with a check-out status, and those that need a resolution text. */
export interface StatusesView {
  readonly extended: readonly { readonly name: string; readonly needsResolution: boolean }[];
}

export interface Commands {
  'app:snapshot': { request: null; response: Snapshot };
  'app:hide': { request: null; response: null };
  'app:menu': { request: null; response: null };
  /** Height of the window's content, CSS px. */
  'app:fit': { request: { readonly height: number }; response: null };
  'app:dismiss-notice': { request: { readonly code: Notice['code'] }; response: null };
  'session:sign-in': { request: SignInRequest; response: Result };
  'session:sign-out': { request: null; response: Result };
  'visit:check-in': { request: CheckInRequest; response: Result };
  'visit:drive-to': { request: CheckInRequest; response: Result };
  'visit:arrived': { request: OnVisit & Earlier; response: Result };
  'visit:pause': { request: OnVisit & Earlier; response: Result };
  'visit:resume': { request: OnVisit & Earlier; response: Result };
  'visit:check-out': { request: OnVisit & Earlier & StatusChoice; response: Result };
  'visit:finish': { request: OnVisit & StatusChoice; response: Result };
  'visit:change-crew': { request: OnVisit & { readonly technicians: string }; response: Result };
  'report:send-again': { request: { readonly reportId: string }; response: Result };
  'report:it-was-recorded': { request: { readonly reportId: string }; response: Result };
  'report:discard': { request: { readonly reportId: string }; response: Result };
  'pair:note-mechanic-ids': { request: { readonly pairId: string }; response: Result };
  /** Online only; `null` when it cannot be known now. Never a condition for checking in. */
  'work-order:look-up': { request: { readonly workOrder: string }; response: Result<WorkOrderView | null> };
  'work-order:statuses': { request: { readonly workOrderId: number }; response: Result<StatusesView> };
  'delivery:list': { request: null; response: readonly DeliveryRow[] };
}

export type CommandName = keyof Commands;
export type Request<C extends CommandName> = Commands[C]['request'];
export type Response<C extends CommandName> = Commands[C]['response'];

/** The channel that carries every snapshot to every window. */
export const SNAPSHOT_CHANNEL = 'snapshot';

/** What a window finds on `window.onsite`. */
export interface OnSiteApi {
  readonly send: <C extends CommandName>(command: C, request: Request<C>) => Promise<Response<C>>;
  /** Calls back with every new snapshot; the returned function ends that. */
  readonly onSnapshot: (listener: (snapshot: Snapshot) => void) => () => void;
}

declare global {
  interface Window {
    readonly onsite: OnSiteApi;
  }
}
