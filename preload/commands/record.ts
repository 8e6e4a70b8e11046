import * as v from 'valibot';
import { done, id, instant, none, nothing, text, visit } from './schemas.ts';

/** Check-ins and check-outs made elsewhere, and receipts. */
export const recordCommands = {
  /** An open check-in that was made elsewhere goes on here; our own goes all the same; the form opens. */
  'visit:continue': done(v.strictObject({ key: text, at: v.nullable(instant), workTypeId: v.nullable(id) })),
  'elsewhere:not-now': done(v.strictObject({ key: text })),
  'elsewhere:anyway': done(v.strictObject({ key: text })),
  'elsewhere:look': nothing(none),
  /** ServiceChannel checked out by itself: a check-in from then on, or the end of the visit. */
  'checked-out:still-here': done(v.strictObject(visit)),
  'checked-out:left-then': done(v.strictObject(visit)),
  /** The form of a check-out has opened. */
  'checked-out:leaving': nothing(none),
  /** Copies what is said of the receipt to the clipboard: a page puts nothing there by itself. */
  'receipt:copy': done(none),
  'receipt:dismiss': done(none),
} as const;
