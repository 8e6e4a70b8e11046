/**
 * Every command a window can send and its types: with the snapshot (views.ts) the page that both sides of the process
 * boundary read.
 */
import type { Fault } from '../main/visit/commands.ts';
import type { NumberFault } from '../main/visit/numbers.ts';
import type { PrimaryStatus, Problem } from '../main/visit/types.ts';
import type { MomentAnswer } from './moments.ts';
import type { DoctorView } from './records.ts';
import type { Snapshot } from './snapshot.ts';
import type { DeliveryRow, Environment, Notice, WorkOrderView } from './views.ts';

export type * from './moments.ts';
export type * from './records.ts';
export type * from './snapshot.ts';
export type * from './views.ts';
export type { Fault, NumberFault, PrimaryStatus };

/** What a person should be told who cannot do what they asked for. `field` is where it is shown. */
export type CommandError =
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
  | { readonly ok: false; readonly error: CommandError };

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
type OnReport = { readonly reportId: string };
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
  'visit:continue': { request: { readonly key: string }; response: Result };
  'elsewhere:not-now': { request: { readonly key: string }; response: Result };
  /** Copies what is said of a receipt to the clipboard. */
  'receipt:copy': { request: { readonly text: string }; response: Result };
  'receipt:dismiss': { request: null; response: Result };
  'visit:arrived': { request: OnVisit & Earlier; response: Result };
  'visit:pause': { request: OnVisit & Earlier; response: Result };
  'visit:resume': { request: OnVisit & Earlier; response: Result };
  'visit:check-out': { request: OnVisit & Earlier & StatusChoice; response: Result };
  'visit:finish': { request: OnVisit & StatusChoice; response: Result };
  'visit:change-crew': { request: OnVisit & { readonly technicians: string }; response: Result };
  'report:send-again': { request: OnReport; response: Result };
  'report:it-was-recorded': { request: OnReport; response: Result };
  'report:by-phone': { request: { readonly reportId: string }; response: Result };
  'report:discard': { request: OnReport; response: Result };
  /** A note to the client beside the work order of a refused report. */
  'report:tell-client': { request: OnReport & { readonly text: string }; response: Result };
  'report:record-activity': { request: OnReport; response: Result };
  'report:correct-record': { request: OnReport; response: Result };
  /** A premature check-in from `at` (ms) on, with a note that carries its true time. */
  'report:check-in-at': {
    request: OnReport & { readonly at: number; readonly note: string };
    response: Result;
  };
  /** The visit was for another work order, as typed. */
  'visit:move': { request: OnVisit & { readonly workOrder: string }; response: Result };
  'pair:note-mechanic-ids': { request: { readonly pairId: string }; response: Result };
  'moment:answer': {
    request: { readonly momentId: string; readonly answer: MomentAnswer };
    response: Result;
  };
  'moments:computer': { request: { readonly withYou: boolean }; response: Result };
  'moments:dismiss': { request: { readonly what: 'still-paused' | 'resume' }; response: Result };
  /** Online only; `null` when it cannot be known now. Never a condition for checking in. */
  'work-order:look-up': { request: { readonly workOrder: string }; response: Result<WorkOrderView | null> };
  'work-order:statuses': { request: { readonly workOrderId: number }; response: Result<StatusesView> };
  /** Checks the record on this computer. */
  'doctor:check': { request: null; response: DoctorView };
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
