import type { WorkActivity } from '../servicechannel/client.ts';
import type { Who } from '../servicechannel/who.ts';
import type { FoundReport } from '../visit/edit.ts';
import { orderOf, technicianOf, visitsAt } from '../visit/phase.ts';
import type { Pair, Stamp, State, Visit } from '../visit/types.ts';
import { endingWith, findPair, type PairFound } from './traces.ts';

/** Recorded stays of the same technician on the same work order that began at this second too. */
const othersOf = (state: State, visit: Visit, pair: Pair, from: Stamp): readonly Pair[] =>
  visitsAt(state, visit, technicianOf(visit))
    .filter(({ workOrderId }) => workOrderId === visit.workOrderId)
    .flatMap(({ pairs }) => pairs)
    .filter(({ id, checkIn }) => id !== pair.id && checkIn.at.ms === from.ms)
    .filter(({ checkOut }) => checkOut?.delivery.state === 'recorded');

/**
 * Did another stay of ours on the order that a report is about begin in this second too, or was it held so until it was
 * corrected? While reads may be behind its activity could be taken for this report's.
 */
export const mayBeAnother = (state: State, { visit, report, pair }: FoundReport, from: Stamp): boolean =>
  visitsAt(state, visit, technicianOf(visit))
    .filter(({ workOrderId }) => workOrderId === orderOf(visit, report))
    .flatMap(({ pairs, steps }) => [
      ...pairs.map(({ id, checkIn }) => ({ id, at: checkIn.at })),
      ...steps.flatMap((step) => (step.kind === 'activity' ? { id: step.pairId, at: step.at } : [])),
    ])
    .some(({ id, at }) => id !== pair?.id && at.ms === from.ms);

function without(activities: readonly WorkActivity[], { checkOut }: Pair): readonly WorkActivity[] {
  const theirs = endingWith(activities, checkOut);
  return activities.filter((each) => each !== theirs);
}

/**
 * Finds the work activities that a pair's check-in may have begun. Of several of one second, as where a pause was resumed
 * at once, those are left out that end as another pair of ours does.
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
  if (found.kind !== 'there') return found;
  const left = othersOf(state, visit, pair, from).reduce(without, found.activities);
  return left.length > 0 ? { kind: 'there', activities: left } : { kind: 'absent' };
}
