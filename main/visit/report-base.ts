/** The parts that every report has. */
import type { Problem } from './problem.ts';

/** An instant on the record: whole seconds as ms since the epoch, and minutes east of UTC where it happened. */
export interface Stamp {
  readonly ms: number;
  readonly offset: number;
}

/** How a recorded report is known to be recorded; `client`: the client was told, and enters it by hand. */
export const RECORDED_BY = ['answer', 'read-back', 'technician', 'phone', 'client'] as const;
export type RecordedBy = (typeof RECORDED_BY)[number];

/** Where a report is on its way to ServiceChannel. */
export type Delivery =
  | { readonly state: 'queued' }
  | { readonly state: 'sending'; readonly since: number }
  | { readonly state: 'recorded'; readonly mechanicId: number | null; readonly by: RecordedBy }
  | { readonly state: 'refused'; readonly problem: Problem }
  | { readonly state: 'unconfirmed'; readonly since: number }
  /** Another report, by its id, records what this one could not: what comes of that one becomes of this one too. */
  | { readonly state: 'replaced'; readonly by: string }
  | { readonly state: 'discarded' };

/** The fields of every report beside its contents. */
export interface ReportBase {
  readonly id: string;
  /** Order of creation over all visits; breaks ties between reports of one instant. */
  readonly seq: number;
  readonly at: Stamp;
  /** The click's own instant by this computer's clock, kept beside the reported time (ms). */
  readonly clickedAt: number;
  /** The correction added to the click's instant to give `at`, ms; null where a person gave the time. */
  readonly correction: number | null;
  readonly delivery: Delivery;
}
