import type { WorkActivity } from '../servicechannel/client.ts';
import { isInAnotherZone } from '../servicechannel/times.ts';
import { type Who, whoseIs } from '../servicechannel/who.ts';
import { neverLeft } from '../visit/open-elsewhere.ts';
import { isSettled, livePairs } from '../visit/phase.ts';
import { endOf } from '../visit/stays.ts';
import { MINUTE, OLDEST } from '../visit/time.ts';
import type { CheckIn, Pair, Visit } from '../visit/types.ts';
import { timesOf, tracesOfWork } from './traces.ts';

/** An open check-in of this user that ServiceChannel holds. */
export interface OpenThere {
  readonly key: string;
  readonly workOrderId: number;
  /** As it was written. */
  readonly timeIn: string;
  /** The instants that it may mean, ms: one without offset may be UTC or local (API.md). At least one. */
  readonly times: readonly number[];
  /** The type's name. */
  readonly workType: string | null;
  readonly techsCount: number;
}

/**
 * The open check-ins of `who` among activities.
 * @param now ms: what would be in the future is not meant
 * @param offset minutes east of UTC here
 */
export function openIn(
  activities: readonly WorkActivity[],
  who: Who,
  now: number,
  offset: number,
): readonly OpenThere[] {
  return activities.flatMap((activity) => {
    const { id, workOrderId, timeIn, timeOut, techsCount, workType } = activity;
    const [trace] = tracesOfWork([activity]);
    if (!trace || workOrderId === null || timeIn === null || timeOut !== null) return [];
    if (whoseIs(activity, who) !== 'us') return [];
    const times = timesOf(trace, offset).filter((ms) => ms <= now + MINUTE && ms > now - OLDEST);
    const open = { workOrderId, timeIn, times, workType, techsCount: techsCount ?? 1 };
    return times.length > 0 ? [{ key: `${workOrderId} ${id ?? timeIn}`, ...open }] : [];
  });
}

function explains({ checkIn, checkOut, reportedBy }: Pair, { times, timeIn }: OpenThere): boolean {
  // The minute at which it was phoned is not known here.
  if (reportedBy === 'phone' && !checkOut) return true;
  if (neverLeft(checkIn)) return false;
  const isSame = times.some((ms) => Math.abs(ms - checkIn.at.ms) < MINUTE);
  return isSame || isInAnotherZone(timeIn, checkIn.at);
}

/** Is it one of ours, whatever became of that: a pair of the same order that began in that minute? */
export const isOurs = (open: OpenThere, visits: readonly Visit[]): boolean =>
  visits
    .filter((visit) => visit.workOrderId === open.workOrderId)
    .flatMap((visit) => visit.pairs)
    .some((pair) => explains(pair, open));

/** Of each visit the next check-in that would make a second open one: on the same order, or at the same time. */
function nextBeside(open: OpenThere, visit: Visit): readonly CheckIn[] {
  const next = livePairs(visit).find(({ checkIn }) => !isSettled(checkIn));
  if (!next || !neverLeft(next.checkIn)) return [];
  const isAtOnce = endOf(next) > Math.min(...open.times);
  return visit.workOrderId === open.workOrderId || isAtOnce ? [next.checkIn] : [];
}

/** Our own check-ins that have not left, and must not while this one, made elsewhere, is open. */
export const unsentBeside = (open: OpenThere, visits: readonly Visit[]): readonly CheckIn[] =>
  isOurs(open, visits) ? [] : visits.flatMap((visit) => nextBeside(open, visit));
