/** The types of ServiceChannel's own record, as windows show it. Times are corrected instants, ms. */
import type { DatabaseFault } from '../main/storage/faults.ts';
import type { PrimaryStatus, Stamp } from '../main/visit/types.ts';

/** An open check-in that was made elsewhere and can be continued here. */
export interface ElsewhereView {
  readonly key: string;
  readonly workOrderId: number;
  /** When it may have begun: more than one where its time does not say. */
  readonly times: readonly Stamp[];
  /** The types to choose from, where ServiceChannel does not say which it is; null where it does, or was not asked yet. */
  readonly workTypes: readonly { readonly id: number; readonly name: string }[] | null;
  /** Our own check-in that was stopped for it. */
  readonly stopped: {
    readonly reportId: string;
    readonly workOrderId: number;
    readonly at: Stamp;
    /** It has no check-out yet. */
    readonly open: boolean;
  } | null;
}

interface Times {
  readonly from: number;
  readonly to: number | null;
}

/** One check-in with its check-out: as reported, and as held; null when it is not there. */
export interface ReceiptPairView {
  readonly reported: Times;
  readonly held: Times | null;
  /** Null where it is not told. */
  readonly techsCount: number | null;
  readonly reportedCount: number;
}

/** ServiceChannel's record of a visit, read back after its last report. */
export interface ReceiptView {
  readonly visitId: string;
  readonly workOrderId: number;
  readonly pairs: readonly ReceiptPairView[];
  /** Null: the status was not changed. */
  readonly status: PrimaryStatus | null;
  readonly extended: string | null;
}

/** ServiceChannel checked the technician out by itself, while the visit goes on here. */
export interface CheckedOutView {
  readonly visitId: string;
  readonly workOrderId: number;
  readonly at: Stamp;
}

/** An open work order to pick from. */
export interface OpenOrderView {
  readonly workOrderId: number;
  readonly store: string | null;
  readonly storeId: string | null;
  readonly address: string | null;
  readonly trade: string | null;
  readonly description: string | null;
  /** When it is due, ms, and whether that has passed; null where it is not known. */
  readonly due: { readonly ms: number; readonly over: boolean } | null;
  /** IANA name of the store's time zone where it differs from this computer's at that time; else null. */
  readonly timeZone: string | null;
}

/** The user's open work orders as they were read last. */
export interface OpenOrdersView {
  readonly orders: readonly OpenOrderView[];
  /** Null: they were never read here. */
  readonly readAt: number | null;
  /** False: some pages did not come. */
  readonly whole: boolean;
}

/** All that is told of a work order. */
export interface OrderDetailsView {
  readonly workOrderId: number;
  readonly description: string | null;
  readonly nte: string | null;
  readonly caller: string | null;
  readonly problemCode: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  /** As ServiceChannel wrote them. */
  readonly callDate: string | null;
  readonly scheduledDate: string | null;
  readonly expirationDate: string | null;
}

export interface NotesView {
  readonly notes: readonly {
    readonly text: string;
    readonly at: number | null;
    readonly by: string | null;
  }[];
  /** There are older ones. */
  readonly more: boolean;
}

interface CodeOptionView {
  readonly id: number;
  readonly name: string;
  /** It takes a text of its own. */
  readonly hasText: boolean;
  /** The asset categories that it is for; empty: all. */
  readonly assetCategoryIds: readonly number[];
}

/** The codes that may be chosen at completion. */
export interface CodesView {
  /** Codes are chosen for each of these; empty where the order or the user has none. */
  readonly assetCategories: readonly { readonly id: number; readonly name: string }[];
  readonly codes: readonly CodeOptionView[];
  readonly rootCauses: readonly CodeOptionView[];
}

/** How the record on this computer is. */
export interface DoctorView {
  /** The fault of the database; null when it is sound. */
  readonly fault: DatabaseFault | null;
  readonly checkedAt: number;
  readonly copyAt: number | null;
  readonly waiting: number;
  readonly undecided: number;
}

/** The texts and codes that a client requires with a status, by the order's own list; lists can be wrong. */
export interface StatusNeedsView {
  /** A resolution text. */
  readonly resolution: boolean;
  /** Resolution codes. */
  readonly codes: boolean;
  readonly scheduledDate: boolean;
}

/** One of the check-out statuses at a work order. */
export interface StatusView {
  /** Without an extended status that was chosen. */
  readonly needs: StatusNeedsView;
  /** The extended statuses that belong to it. */
  readonly extended: readonly { readonly name: string; readonly needs: StatusNeedsView }[];
}

export type StatusesView = Readonly<Record<Exclude<PrimaryStatus, 'NoStatusChange'>, StatusView>>;

/** A call to the phone line on ServiceChannel's record; null: it is not there. */
export interface CallView {
  /** `by`: the name that it carries where that is not the user's own. */
  readonly recorded: { readonly at: number; readonly by: string | null } | null;
}

/** The client was told of a delay. `message`: ServiceChannel's words where the date could not be moved. */
export interface RunningLateView {
  readonly date: 'moved' | 'not-moved' | 'not-asked';
  readonly message: string;
}
