/** A week as the Timesheet window shows it. Times are corrected instants, ms. */
import type { Stretch } from '../main/visit/totals.ts';
import type { PairState, PrimaryStatus, ReportedBy, Stamp } from '../main/visit/types.ts';

/** How a pair was left: it goes on, it was paused, or with a status. */
export type LeftAs = 'open' | 'paused' | PrimaryStatus;

/** One check-in with its check-out. */
export interface SheetPair {
  readonly pairId: string;
  readonly workOrderId: number;
  readonly store: string | null;
  readonly workTypeId: number;
  /** As its subscriber has it; null where that is not known. */
  readonly workTypeName: string | null;
  readonly techsCount: number;
  readonly checkIn: Stamp;
  /** Null while it is open, or where no check-out is on any record. */
  readonly checkOut: Stamp | null;
  /** Length so far, ms. */
  readonly length: number;
  readonly leftAs: LeftAs;
  readonly state: PairState;
  readonly reportedBy: ReportedBy;
  /** The times before each time that it was put right, oldest first. */
  readonly trail: readonly SheetEarlier[];
  /** Asked of the client, and not changed here. */
  readonly asked: SheetAsked | null;
  /** The order's status where ServiceChannel may take no corrections with it; null where it may, or that is not known. */
  readonly orderStatus: string | null;
}

/** The times of a pair before they were put right at `changedAt`, ms. */
export interface SheetEarlier {
  readonly from: number;
  /** Null where it was open. */
  readonly until: number | null;
  readonly changedAt: number;
}

/** The record that the client was asked for. */
export interface SheetAsked {
  readonly from: number;
  readonly until: number;
  readonly techsCount: number;
  /** When the note was written, ms, and whether ServiceChannel has it. */
  readonly at: number;
  readonly sent: boolean;
  /** ServiceChannel's record showed it when it was read last. */
  readonly granted: boolean;
}

/** A part of a day's line; `inQuestion`: it was refused, or it is not known whether it was recorded. */
export interface SheetStretch extends Stretch {
  readonly inQuestion: boolean;
}

/** How a day here stands beside ServiceChannel's record of it. */
export type DayRecord =
  | { readonly kind: 'matches' | 'only-there' | 'only-here' | 'not-compared' }
  /** `standsOut`: so many minutes that clients dispute invoices. */
  | { readonly kind: 'differs'; readonly minutes: number; readonly standsOut: boolean }
  | { readonly kind: 'waiting'; readonly count: number };

/** A local day, from its midnight to the next; of 23 or 25 hours where the clocks change. */
export interface SheetDay {
  readonly from: number;
  readonly to: number;
  /** Between the two midnights, in order of time. */
  readonly stretches: readonly SheetStretch[];
  /** On site and on the way, ms. */
  readonly worked: number;
  /** Pauses in which nothing else was done, ms. */
  readonly paused: number;
  /** On how many work orders. */
  readonly orders: number;
  readonly record: DayRecord;
}

/** A work order's share of the week, ms. */
export interface SheetOrder {
  readonly workOrderId: number;
  readonly store: string | null;
  readonly onSite: number;
  readonly travel: number;
  readonly paused: number;
}

/** A check-in with its check-out as one of the two records has it; `to` null while it is open. */
export interface SheetStay {
  readonly from: number;
  readonly to: number | null;
  /** Null where it is not told. */
  readonly techsCount: number | null;
}

/** Two records of one stay that are not the same; null where one has none. */
export interface SheetDifference {
  readonly workOrderId: number;
  /** The pair here that the record can be corrected to; null where there is none, or the other is another stay. */
  readonly pairId: string | null;
  readonly here: SheetStay | null;
  readonly there: SheetStay | null;
  readonly standsOut: boolean;
  /** Minutes from which this client disputes invoices. */
  readonly disputeMinutes: number;
}

/** A work order's share of a week as it can be invoiced; times are technicians × time, ms. */
export interface InvoiceLine {
  readonly workOrderId: number;
  readonly store: string | null;
  readonly work: number;
  readonly travel: number;
  /** The work, rounded to quarters of an hour. */
  readonly quarters: number;
  /** All of it is ServiceChannel's own record. */
  readonly fromThere: boolean;
  /** A check-out is still to come. */
  readonly open: boolean;
  /** One of the two records lacks a stay. */
  readonly missing: boolean;
  /** The client was asked to change it. */
  readonly asked: boolean;
  /** Why the order cannot be invoiced now, as far as is known. */
  readonly order: 'invoiced' | 'not-completed' | null;
  /** Clients count it: a stay under 10 minutes, more than one, one after the scheduled time. */
  readonly counts: readonly ('short' | 'several' | 'late')[];
}

export interface WeekView {
  readonly from: number;
  readonly to: number;
  /** Monday to Sunday. */
  readonly days: readonly SheetDay[];
  /** With time in the week, in order of their check-ins. */
  readonly pairs: readonly SheetPair[];
  readonly orders: readonly SheetOrder[];
  readonly invoice: readonly InvoiceLine[];
  readonly differences: readonly SheetDifference[];
  /** When the days that were compared were read, the one longest ago, ms; null: none was. */
  readonly comparedAt: number | null;
}

/** Why a file could not be written; `other` with the system's words. */
export type FileFault =
  | { readonly code: 'full' | 'denied' | 'locked' | 'gone' }
  | { readonly code: 'other'; readonly detail: string };
