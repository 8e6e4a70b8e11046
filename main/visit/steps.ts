/** The reports of a visit beside its check-ins, its check-outs and the status that finishes it. */
import type { ReportBase, Stamp } from './report-base.ts';

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
  /** The record that it asks the client for; null where it asks for none. */
  readonly asked: AskedFor | null;
}

/** Times and technicians of a pair as they should stand on the record, where only the client can change them. */
export interface AskedFor {
  readonly pairId: string;
  readonly from: Stamp;
  readonly until: Stamp;
  readonly techsCount: number;
}

/** A whole pair as a work activity: a new one, or the one that began with this pair's check-in, corrected. */
export interface ActivityReport extends ReportBase {
  readonly kind: 'activity';
  readonly pairId: string;
  readonly change: 'add' | 'correct';
  /** The times that a technician put right with it; null where it repairs what was refused. */
  readonly was: { readonly from: Stamp; readonly until: Stamp } | null;
  /** The times that ServiceChannel held instead when it was read last; null where it held those. */
  readonly held: HeldTimes | null;
}

/** The times of a work activity as somebody else changed them; `until` is null while it is open. */
export interface HeldTimes {
  readonly from: Stamp;
  readonly until: Stamp | null;
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

/** A code of the client's list, with the words that go with it where it takes some. */
export interface CodeChoice {
  readonly id: number;
  readonly text: string | null;
  /** The asset category that it is chosen for, where the order has some and the client sorts its codes by them. */
  readonly assetCategoryId?: number | undefined;
}

/** The codes that are chosen with a status. */
export interface ChosenCodes {
  readonly codes: readonly CodeChoice[];
  /** One, or one for each asset category. */
  readonly rootCauses: readonly CodeChoice[];
}

/** The two lists that codes are chosen from. */
export const CODE_LISTS = ['resolution', 'root-cause'] as const;
export type CodeList = (typeof CODE_LISTS)[number];

/** Resolution codes, or root causes, that go with a check-out or with the status that finishes a visit. */
export interface Codes extends ReportBase {
  readonly kind: 'codes';
  readonly list: CodeList;
  readonly codes: readonly CodeChoice[];
  /** The check-out or status that they go with. */
  readonly about: string;
  /** The client takes that one only after them. */
  readonly first: boolean;
}

/** A repair of a record, or what goes beside it: one request, delivered like every other report. */
export type Step = Note | ActivityReport | Deletion | Restore | Codes;
