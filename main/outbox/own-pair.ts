import type { WorkActivity } from '../servicechannel/client.ts';
import type { Who } from '../servicechannel/who.ts';
import type { FoundReport } from '../visit/edit.ts';
import { orderOf, technicianOf, visitsAt } from '../visit/phase.ts';
import type { Pair, Stamp, State, Visit } from '../visit/types.ts';
import { endingWith, FULL_PAGE, findPair, isStay, type PairFound } from './traces.ts';

/** The other recorded stays of the same technician on the same work order. Of a visit that was moved away they are deleted. */
const othersOf = (state: State, visit: Visit, pair: Pair): readonly Pair[] =>
  visitsAt(state, visit, technicianOf(visit))
    .filter(({ workOrderId, movedTo }) => workOrderId === visit.workOrderId && movedTo === null)
    .flatMap(({ pairs }) => pairs)
    .filter(({ id, checkOut }) => id !== pair.id && checkOut?.delivery.state === 'recorded');

/**
 * Did another stay of ours on the order of a pair begin in this second too, or was it held so until it was corrected? While
 * reads may be behind its activity could be taken for this pair's. A deletion is of no pair any more.
 */
export const mayBeAnother = (state: State, { visit, report, pair }: FoundReport, from: Stamp): boolean =>
  pair !== undefined &&
  visitsAt(state, visit, technicianOf(visit))
    .filter(({ workOrderId }) => workOrderId === orderOf(visit, report))
    .flatMap(({ pairs, steps }) => [
      ...pairs.map(({ id, checkIn }) => ({ id, at: checkIn.at })),
      ...steps.flatMap((step) => (step.kind === 'activity' ? { id: step.pairId, at: step.at } : [])),
    ])
    .some(({ id, at }) => id !== pair.id && at.ms === from.ms);

const isExactly = (activity: WorkActivity, { checkIn, checkOut }: Pair): boolean =>
  checkOut !== null && isStay(activity, checkIn.at, checkOut.at);

function without(activities: readonly WorkActivity[], { checkOut }: Pair): readonly WorkActivity[] {
  const theirs = endingWith(activities, checkOut);
  return activities.filter((each) => each !== theirs);
}

/**
 * Finds the work activities that a pair's check-in may have begun. Of several of one second, as where a pause was resumed
 * at once, those are left out that end as another pair of ours does; and one that is another pair of ours to the second is
 * none that is only like this one.
 * @param from the second at which its activity began, where that is not the pair's own
 */
export function findOwnPair(
  activities: readonly WorkActivity[],
  state: State,
  { visit, pair }: { readonly visit: Visit; readonly pair: Pair },
  who: Who,
  from: Stamp = pair.checkIn.at,
): PairFound {
  const found = findPair(activities, from, who);
  const others = othersOf(state, visit, pair);
  if (found.kind === 'unclear' && activities.length < FULL_PAGE) {
    const unexplained = activities.filter((each) => !others.some((other) => isExactly(each, other)));
    return findPair(unexplained, from, who);
  }
  if (found.kind !== 'there') return found;
  const left = others.filter(({ checkIn }) => checkIn.at.ms === from.ms).reduce(without, found.activities);
  return left.length > 0 ? { kind: 'there', activities: left } : { kind: 'absent' };
}
