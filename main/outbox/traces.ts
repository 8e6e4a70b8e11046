import type { CheckInActivity, WorkActivity } from '../servicechannel/client.ts';
import { hasOffset, instantsOf, isInAnotherZone, isInstant } from '../servicechannel/times.ts';
import { type Named, type Who, whoseIs } from '../servicechannel/who.ts';
import { MINUTE, SECOND } from '../visit/time.ts';
import type { Report, Stamp } from '../visit/types.ts';

/** Whether the server holds a report. `unclear`: something like it is there, and it would be a guess. */
export type Presence = 'there' | 'absent' | 'unclear';

/** One side of what the server holds: a check-in or a check-out of a user at a time. */
export interface Trace extends Named {
  readonly direction: 'in' | 'out' | 'unknown';
  readonly times: readonly string[];
}

/** The check-ins and check-outs of an order's list, as traces. */
export const tracesOfActivity = (entries: readonly CheckInActivity[]): readonly Trace[] => entries;

/** The check-ins and check-outs of work activities, as traces. */
export const tracesOfWork = (entries: readonly WorkActivity[]): readonly Trace[] =>
  entries.flatMap(({ userId, userName, timeIn, timeOut }) => [
    { direction: 'in' as const, userId, userName, times: timeIn === null ? [] : [timeIn] },
    { direction: 'out' as const, userId, userName, times: timeOut === null ? [] : [timeOut] },
  ]);

/** The check-in or check-out that is looked for. */
type Side = Pick<Report, 'kind' | 'at'>;

const directionOf = (side: Side) => (side.kind === 'check-out' ? 'out' : 'in');

/** The instants (ms) that a trace may speak of. @param offset minutes east of UTC where we reported from */
export const timesOf = (trace: Trace, offset: number): readonly number[] =>
  trace.times.flatMap((text) => instantsOf(text, offset));

function distance(trace: Trace, side: Side): number {
  const all = timesOf(trace, side.at.offset);
  return Math.min(Number.POSITIVE_INFINITY, ...all.map((ms) => Math.abs(ms - side.at.ms)));
}

/** Fractions are the server's own; a whole second is another instant. */
const isAt = (trace: Trace, side: Side) =>
  trace.direction === directionOf(side) && distance(trace, side) < SECOND;

/**
 * Compares what the server holds with one check-in or check-out: by user, direction and time, never by ids, which may
 * not be MechanicIds. `others` are this user's reports on the work order that the server is known to hold: of the
 * traces at one instant as many are theirs, and one more is this report's.
 */
export function findTrace(traces: readonly Trace[], side: Side, others: readonly Side[], who: Who): Presence {
  const ours = traces.filter((trace) => whoseIs(trace, who) !== 'another');
  const exact = ours.filter((trace) => isAt(trace, side));
  const explained = others.filter((other) => exact.some((trace) => isAt(trace, other)));
  // A time without offset may mean another report's instant as well as this one's: no guess.
  const twofold = explained.some((other) => other.at.ms !== side.at.ms);
  const sure = exact.every((trace) => whoseIs(trace, who) === 'us');
  if (exact.length > explained.length)
    return sure && !twofold && !mayBeOthers(exact, ours, side, others) ? 'there' : 'unclear';
  if (twofold) return 'unclear';
  const like = ours.filter((trace) => isLike(trace, side) && !others.some((other) => isAt(trace, other)));
  return like.length > 0 ? 'unclear' : 'absent';
}

/**
 * Another report of ours that no trace explains was made in another time zone, and one of these has its time there: where
 * the technician crossed into the next zone, both may be of the same second.
 */
const mayBeOthers = (
  exact: readonly Trace[],
  ours: readonly Trace[],
  side: Side,
  others: readonly Side[],
): boolean =>
  others
    .filter((other) => directionOf(other) === directionOf(side) && !ours.some((trace) => isAt(trace, other)))
    .some((other) => exact.some((trace) => mayBeInAnotherZone(trace, other)));

/**
 * Near in time and not the other way: the server may have rounded, or calls the direction by a word unknown to us, or
 * writes the location's own time, which is another zone than this computer's.
 */
function isLike(trace: Trace, side: Side): boolean {
  if (isAt(trace, side)) return false;
  const direction = trace.direction === 'unknown' || trace.direction === directionOf(side);
  return direction && (distance(trace, side) < MINUTE || mayBeInAnotherZone(trace, side));
}

const mayBeInAnotherZone = ({ times }: Trace, side: Side): boolean =>
  !times.some(hasOffset) && times.some((text) => isInAnotherZone(text, side.at));

/** Whether a trace has the second of one of these reports, whatever word it has for its direction. */
export const isOneOf = ({ times }: Trace, sides: readonly Side[]): boolean =>
  times.some((text) => sides.some(({ at }) => isInstant(text, at)));

/** One pair among the server's work activities, known by its user and its check-in's second. */
export type PairFound =
  /** Activities of this user that began at that second, and may be more than one. */
  | { readonly kind: 'there'; readonly activities: readonly WorkActivity[] }
  | { readonly kind: 'absent' }
  /** Something like it is there, or the list may have been cut. */
  | { readonly kind: 'unclear' };

/** A list this long may have been cut by the server (API.md caps its pages at 50): what is not in it may still be held. */
export const FULL_PAGE = 50;

/** Finds the work activities of `who` that began at `from`. */
export function findPair(activities: readonly WorkActivity[], from: Stamp, who: Who): PairFound {
  const own = activities.filter((each) => whoseIs(each, who) === 'us' && isInstant(each.timeIn, from));
  if (own.length > 0) return { kind: 'there', activities: own };
  if (activities.length >= FULL_PAGE) return { kind: 'unclear' };
  const trace = findTrace(tracesOfWork(activities), { kind: 'check-in', at: from }, [], who);
  return { kind: trace === 'absent' ? 'absent' : 'unclear' };
}

/** Does it end at this very second? */
export const endsAt = ({ timeOut }: WorkActivity, to: Stamp): boolean => isInstant(timeOut, to);

/** Does it begin and end at these very seconds? */
export const isStay = (activity: WorkActivity, from: Stamp, to: Stamp): boolean =>
  isInstant(activity.timeIn, from) && endsAt(activity, to);

/** Of several that began as ours, the one that ends as ours. */
export const endingWith = (
  activities: readonly WorkActivity[],
  checkOut: Pick<Report, 'at'> | null,
): WorkActivity | undefined => activities.find((each) => checkOut && endsAt(each, checkOut.at));
