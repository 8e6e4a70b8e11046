import type { WorkActivity } from '../servicechannel/client.ts';
import type { Stamp } from '../visit/types.ts';
import { findTrace, isInstant, tracesOfWork, type Who } from './evidence.ts';

/** What the server's work activities say of one pair, known by its user and its check-in's second. */
export type PairFinding =
  /** They are this user's, began at that second, and may be more than one. */
  | { readonly kind: 'there'; readonly activities: readonly WorkActivity[] }
  | { readonly kind: 'absent' }
  /** Something like it is there, or the list may have been cut. */
  | { readonly kind: 'unclear' };

/** A list this long may have been cut by the server (API.md caps its pages at 50): what is not in it may still be held. */
export const FULL_PAGE = 50;

/** Finds the work activities of `who` that began at `from`. */
export function findPair(activities: readonly WorkActivity[], from: Stamp, who: Who): PairFinding {
  const own = activities.filter((each) => each.userId === who.userId && isInstant(each.timeIn, from));
  if (own.length > 0) return { kind: 'there', activities: own };
  if (activities.length >= FULL_PAGE) return { kind: 'unclear' };
  const trace = findTrace(tracesOfWork(activities), { kind: 'check-in', at: from }, [], who);
  return { kind: trace === 'absent' ? 'absent' : 'unclear' };
}

/** Does it end at this very second? */
export const endsAt = ({ timeOut }: WorkActivity, to: Stamp): boolean => isInstant(timeOut, to);
