/** The types of problems, as windows show them. Times are corrected instants, ms. */
import type { Problem } from '../main/visit/problem.ts';
import type { ChosenCodes, CodeChoice, CodeList, PrimaryStatus, Report, Stamp } from '../main/visit/types.ts';
import type { WorkType } from './views.ts';

export type RemedyName =
  | 'send-again'
  | 'it-was-recorded'
  | 'discard'
  | 'tell-client'
  | 'client-enters'
  | 'record-activity'
  | 'correct-record'
  | 'check-in-at'
  | 'wrong-number'
  | 'by-phone'
  | 'change'
  | 'without-status'
  | 'note-closed'
  | 'open-order';

/** The contents of a status form; empty where nothing is chosen. */
export interface StatusDraft extends ChosenCodes {
  readonly primaryStatus: PrimaryStatus | '';
  readonly extendedStatus: string;
  readonly resolution: string;
}

/** The contents of the form that `Change…` opens. A time is there where it may be what was refused. */
export type ChangeView =
  | {
      readonly kind: 'check-in';
      readonly workTypeId: number;
      readonly techsCount: number;
      readonly workTypes: readonly WorkType[];
      /** It came after a pause. */
      readonly resumed: boolean;
      readonly at: Stamp | null;
    }
  /** Travel and custom types have no status; without one a pause stays a pause. */
  | {
      readonly kind: 'check-out';
      readonly status: StatusDraft | null;
      readonly pause: boolean;
      readonly at: Stamp | null;
    }
  | { readonly kind: 'status'; readonly status: StatusDraft }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'codes'; readonly list: CodeList; readonly codes: readonly CodeChoice[] }
  | { readonly kind: 'activity'; readonly from: Stamp; readonly until: Stamp };

/**
 * A report that needs a person, or one that was given up and what became of it: `on-site`: the technician is on site
 * again; `parked`: ServiceChannel still holds its check-in open; `closed`: ServiceChannel had checked out by itself.
 */
export interface ProblemView {
  readonly reportId: string;
  readonly visitId: string;
  readonly kind: Report['kind'];
  readonly pause: boolean;
  readonly workOrderId: number;
  /** The UserId of the colleague whose report it is; null where it is the user's own. */
  readonly colleague: number | null;
  readonly at: Stamp;
  readonly state: 'refused' | 'unconfirmed' | 'on-site' | 'parked' | 'closed';
  readonly problem: Problem | null;
  readonly subscriber: string | null;
  /** The likeliest first. */
  readonly remedies: readonly RemedyName[];
  /** The rarest. */
  readonly more: readonly RemedyName[];
  readonly change: ChangeView | null;
  /** Whole minutes that are not reported when it is given up; null while the pair is open. */
  readonly minutes: number | null;
  /** The stay that it reports; null where it reports none. `to` is null while it lasts. */
  readonly stay: { readonly from: Stamp; readonly to: Stamp | null; readonly techsCount: number } | null;
  /** Its check-in is on the record: given up, it stays open there. */
  readonly open: boolean;
  /** It is about what was recorded under a wrong number, and there was no visit. */
  readonly mistaken: boolean;
  /** The time is kept here while others decide. */
  readonly kept: boolean;
  /** When a premature check-in may be at the earliest, where `check-in-at` is offered. */
  readonly earliest: Stamp | null;
  /** The note to the client about it that is on its way or recorded. */
  readonly told: { readonly at: Stamp; readonly recorded: boolean } | null;
  /** When ServiceChannel checked out by itself, ms. */
  readonly closedAt: number | null;
  /** ServiceChannel is still to be asked how it stands. */
  readonly unread: boolean;
  /** Of a check-out that was given up: ServiceChannel has no check-in of it any more. */
  readonly gone: boolean;
}
