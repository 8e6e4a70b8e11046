import { done, type Mistake, NOT_NOW, type Ruled } from './commands.ts';
import { GIVEN_UP, newVisit, replaceVisit, setDelivery } from './edit.ts';
import { abandoned, isUndecided, mayMove, tidied, wasSent } from './move.ts';
import { isSettled, livePairs, pairReports, unsettledOf, visitsOf } from './phase.ts';
import type { Context, State, Visit } from './types.ts';

/** Nothing of it has left, or it went by phone: nothing of it goes any more. */
function withdrawnWhole(visit: Visit): Visit {
  const pairs = livePairs(visit).flatMap(pairReports);
  const waiting = unsettledOf([visit]);
  return [...pairs, ...waiting].reduce((left, { id }) => setDelivery(left, id, GIVEN_UP), visit);
}

/**
 * Takes a visit off the record that ServiceChannel holds of it, as a move does with a wrong number. A visit without a
 * stay takes its place: it carries the deletions, and the status that is put back.
 */
export function takenOff(state: State, ctx: Context, visit: Visit): State {
  const { workOrderId, arrivalTypeId } = visit;
  const none = newVisit(ctx, visit, { workOrderId, workTypeId: arrivalTypeId });
  const beside = { ...state, visits: [...state.visits, none] };
  return tidied(abandoned(beside, ctx, visit), ctx, visit);
}

/** It was a mistake: there was no visit. */
export function ruleMistake(state: State, { visitId }: Mistake, ctx: Context): Ruled {
  const visit = visitsOf(state, ctx.owner).find(({ id }) => id === visitId);
  if (!visit || !mayMove(visit)) return NOT_NOW;
  const reports = livePairs(visit).flatMap(pairReports);
  // A correction under way gives its activity other times than the deletion would look for.
  const corrections = visit.steps.filter((step) => step.kind === 'activity');
  const isHere = !wasSent(visit);
  // A note that is on its way may be there already: it is not given up unseen.
  const noted = isHere && visit.steps.some(isUndecided);
  if (reports.some(isUndecided) || !corrections.every(isSettled) || noted)
    return { ok: false, fault: { reason: 'in-question' } };
  return done(isHere ? replaceVisit(state, withdrawnWhole(visit)) : takenOff(state, ctx, visit));
}
