import type { JournalEntry } from '../main/visit/journal.ts';
import type { Delivery, Report, Stamp } from '../main/visit/types.ts';
import type { WaitsFor } from './views.ts';

/** A line of the journal of a report's delivery; times in ms. */
export interface DeliveryLine {
  readonly at: number;
  readonly what: JournalEntry;
  /** It happened so often in a row, the last time at `lastAt`. */
  readonly times: number;
  readonly lastAt: number;
}

/** A report in `Show delivery`: where it is, and what was tried and answered, newest last. */
export interface DeliveryRow {
  readonly reportId: string;
  readonly workOrderId: number;
  readonly kind: Report['kind'];
  readonly pause: boolean;
  /** The UserId of the colleague whose report it is; null where it is the user's own. */
  readonly colleague: number | null;
  readonly at: Stamp;
  readonly delivery: Delivery;
  /** The cause that a queued report waits for; null where it is about to go, or does not wait. */
  readonly waitsFor: WaitsFor | null;
  /** When it was known to be recorded (ms); null: it is not, or that instant was not kept. */
  readonly recordedAt: number | null;
  /** Requests that left this computer for it. */
  readonly requests: number;
  readonly lines: readonly DeliveryLine[];
}
