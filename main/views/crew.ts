import type { ColleagueView } from '../../preload/contract.ts';
import { currentVisit, isOwn, lastPair, phaseOf, technicianOf } from '../visit/phase.ts';
import type { Visit } from '../visit/types.ts';

/** Where a colleague is, by the visits that were reported for them. */
function visitOf(theirs: readonly Visit[]): ColleagueView['visit'] {
  const visit = currentVisit(theirs);
  const pair = visit && lastPair(visit);
  if (!pair) return null;
  const { id, workOrderId } = visit;
  return { id, workOrderId, phase: phaseOf(visit), since: pair.checkOut?.at ?? pair.checkIn.at };
}

/**
 * The colleagues of a list, and those who are not in it any more and still somewhere, with where they are.
 * @param visits that the signed-in user reports
 */
export function crewView(
  visits: readonly Visit[],
  listed: readonly { readonly userId: number; readonly name: string }[],
): readonly ColleagueView[] {
  const theirs = Map.groupBy(
    visits.filter((visit) => !isOwn(visit)),
    technicianOf,
  );
  const views = listed.map(({ userId, name }) => ({
    userId,
    name,
    visit: visitOf(theirs.get(userId) ?? []),
  }));
  const unlisted = [...theirs].flatMap(([userId, own]) => {
    const visit = listed.some((each) => each.userId === userId) ? null : visitOf(own);
    return visit ? [{ userId, name: null, visit }] : [];
  });
  return [...views, ...unlisted];
}
