import type { Stamp } from './types.ts';

/** Why a command cannot be done, and which field of a form it speaks of. */
export type Fault =
  | OwnFault
  /** A colleague's fault, by their UserId: nothing was done for any of them. */
  | { readonly reason: 'of-colleague'; readonly userId: number; readonly fault: OwnFault };

/** Why a command cannot be done for one technician. */
export type OwnFault =
  | { readonly reason: 'already-on-site'; readonly workOrderId: number }
  | { readonly reason: 'before-previous'; readonly previous: Stamp }
  | { readonly reason: 'clock-behind'; readonly previous: Stamp }
  | { readonly reason: 'after-next'; readonly next: Stamp }
  | { readonly reason: 'in-future' }
  /** The visit counts from an instant to come: until then it can only be left at that instant, or taken back. */
  | { readonly reason: 'counts-from'; readonly at: Stamp }
  | { readonly reason: 'too-old' }
  /** Its check-out is still to come. */
  | { readonly reason: 'still-open' }
  | { readonly reason: 'elsewhere-then'; readonly workOrderId: number }
  | { readonly reason: 'break-order' }
  | { readonly reason: 'same-number' }
  /** Checked in on this computer by another user's sign-in: one user is on site at one place. */
  | { readonly reason: 'reported-by-another' }
  /** A report of the visit is on its way, or it is not known whether it was recorded. */
  | { readonly reason: 'in-question' }
  /** The report is being sent already: too late to take it back. */
  | { readonly reason: 'too-late' }
  | { readonly reason: 'not-now' };
