import * as v from 'valibot';
import type { Result } from '../command-errors.ts';
import type { ProofView } from '../proof.ts';
import type { WeekView } from '../timesheet.ts';
import { answers, choice, done, id, instant, none, nothing, text } from './schemas.ts';

/** The Timesheet window. */
export const timesheetCommands = {
  /** The week of an instant; null: this week. */
  'timesheet:week': answers<Result<WeekView>>()(v.strictObject({ at: v.nullable(instant) })),
  /** Asks where to, and writes the week as CSV there; the path, or null where that was called off. */
  'timesheet:export': answers<Result<string | null>>()(v.strictObject({ at: instant })),
  /** Reads what ServiceChannel holds of a week. */
  'timesheet:compare': done(v.strictObject({ at: instant })),
  /** Puts the times of a pair right; `until` is null while it is open. */
  'timesheet:edit': done(v.strictObject({ pairId: text, from: instant, until: v.nullable(instant) })),
  'timesheet:break': done(v.strictObject({ pairId: text, from: instant, until: instant })),
  'timesheet:add-visit': done(
    v.strictObject({
      workOrder: text,
      technicians: text,
      workTypeId: id,
      from: instant,
      until: instant,
      ...choice,
    }),
  ),
  /** Copies the invoice lines of a week to the clipboard. */
  'timesheet:copy-lines': done(v.strictObject({ at: instant, as: v.picklist(['text', 'csv']) })),
  /** Asks the client, with a note, for a record that cannot be changed from here. */
  'timesheet:ask': done(
    v.strictObject({ pairId: text, from: instant, until: instant, technicians: text, text }),
  ),
  /** All that is known of the time on a work order; null: nothing. */
  'timesheet:proof': answers<Result<ProofView | null>>()(v.strictObject({ workOrderId: id })),
  /** Asks where to, and saves what the window shows as PDF there; the path, or null where that was called off. */
  'timesheet:pdf': answers<Result<string | null>>()(v.strictObject({ workOrderId: id })),
  /** Opens the system's print dialog for the window. */
  'timesheet:print': nothing(none),
} as const;
