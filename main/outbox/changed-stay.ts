import type { WorkActivity } from '../servicechannel/client.ts';
import { instantsOf, isInstant } from '../servicechannel/times.ts';
import { type Who, whoseIs } from '../servicechannel/who.ts';
import { technicianOf } from '../visit/phase.ts';
import type { Deletion, Stamp, Visit } from '../visit/types.ts';
import { isStay } from './traces.ts';

/** A stay that is to be taken off the record, and that cannot be found by its times: somebody may have changed it. */

/** Has a pair of ours that stands on this order begun in this activity's second? */
const isOfAnotherPair = (
  { timeIn }: WorkActivity,
  visits: readonly Visit[],
  { workOrderId, from }: Deletion,
): boolean =>
  visits
    .filter((visit) => visit.workOrderId === workOrderId)
    .flatMap(({ pairs }) => pairs)
    .some(
      ({ checkIn: { at, delivery } }) =>
        delivery.state === 'recorded' && at.ms !== from.ms && isInstant(timeIn, at),
    );

/**
 * The activities but for those that other deletions on this work order mean, to the second: of a visit that was moved several
 * stays may have begun in one second.
 */
export function withoutOthersDeleted(
  activities: readonly WorkActivity[],
  visits: readonly Visit[],
  { id, workOrderId, from, to }: Deletion,
): readonly WorkActivity[] {
  const others = visits
    .flatMap(({ steps }) => steps.filter((step) => step.kind === 'deletion'))
    .filter((other) => other.id !== id && other.workOrderId === workOrderId)
    .filter((other) => other.from.ms !== from.ms || other.to.ms !== to.ms);
  return activities.filter((each) => !others.some((other) => isStay(each, other.from, other.to)));
}

const meant = (text: string | null, { offset }: Stamp, none: number): readonly number[] =>
  text === null ? [none] : instantsOf(text, offset);

/** Has it time in common with the stay, which was closed at its own second where it was under way until it was moved? */
function isInTime({ timeIn, timeOut }: WorkActivity, { from, to, at }: Deletion): boolean {
  const end = to.ms > from.ms ? to.ms : at.ms;
  const begins = Math.min(...meant(timeIn, from, Number.NaN));
  return begins < end && Math.max(...meant(timeOut, from, Number.POSITIVE_INFINITY)) > from.ms;
}

/** Has the technician a colleague whose check-in of that second was reported here too? */
const isOfColleague = (visits: readonly Visit[], { workOrderId, from }: Deletion, userId: number): boolean =>
  visits.some(
    (visit) =>
      visit.workOrderId === workOrderId &&
      technicianOf(visit) !== userId &&
      visit.pairs.some(({ checkIn }) => checkIn.at.ms === from.ms),
  );

/**
 * Whether one of the work order's activities may be the stay that a deletion means, though none of the technician's began
 * at its second: one of theirs that no other pair of ours explains at that time, or one with both its seconds that is
 * another technician's now.
 */
export function mayBeChanged(
  activities: readonly WorkActivity[],
  visits: readonly Visit[],
  deletion: Deletion,
  who: Who,
): boolean {
  return activities.some((each) => {
    if (whoseIs(each, who) !== 'another')
      return isInTime(each, deletion) && !isOfAnotherPair(each, visits, deletion);
    return isStay(each, deletion.from, deletion.to) && !isOfColleague(visits, deletion, who.userId);
  });
}
