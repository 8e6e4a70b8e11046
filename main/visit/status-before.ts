import { done, type Ruled, type StatusSeen } from './commands.ts';
import { GIVEN_UP, replaceVisit, setDelivery } from './edit.ts';
import { isOpen, isOwnedBy, livePairs, visitsOf } from './phase.ts';
import type { Context, OrderStatus, Restore, State, Step, Visit } from './types.ts';
import { isUndoable } from './undo.ts';

/** A work order's status before its visit: a visit under a wrong number puts it back. */

/** Whether the status is the one that a check-in sets and a Cancel leaves (seed, API.md). */
export const saysOnSite = ({ primary, extended }: OrderStatus): boolean =>
  primary.toUpperCase() === 'IN PROGRESS' && extended?.toUpperCase() === 'ON SITE';

/**
 * A status that was read while its visit's check-in was on its way. Any but the one that a check-in sets was there
 * before it; that one may have been, so it tells nothing.
 */
export function ruleStatusSeen(state: State, { workOrderId, status }: StatusSeen, ctx: Context): Ruled {
  const visit = visitsOf(state, ctx.owner).find(
    (each) => each.workOrderId === workOrderId && isOpen(each) && each.pairs.length === 1,
  );
  if (!visit || visit.statusBefore || saysOnSite(status)) return done(state);
  return done(replaceVisit(state, { ...visit, statusBefore: status }));
}

const mayBeGivenUp = ({ delivery }: Step) => delivery.state === 'queued' || delivery.state === 'refused';

/**
 * Whether a later check-in there has set the status since: putting the old one back would undo that. Not while that
 * check-in can still be taken back.
 */
function isObsolete(state: State, visit: Visit, step: Restore): boolean {
  return state.visits.some(
    (other) =>
      other.workOrderId === step.workOrderId &&
      isOwnedBy(other, visit) &&
      livePairs(other).some(({ checkIn }) => checkIn.seq > step.seq && !isUndoable(state, checkIn.id)),
  );
}

/** The state without the wish to put back a status that has a new reason since; the same object where there is none. */
export function withoutObsolete(state: State): State {
  return state.visits.reduce((now, visit) => {
    const gone = visit.steps.filter(
      (step) => step.kind === 'restore' && mayBeGivenUp(step) && isObsolete(state, visit, step),
    );
    if (gone.length === 0) return now;
    return replaceVisit(
      now,
      gone.reduce((left, { id }) => setDelivery(left, id, GIVEN_UP), visit),
    );
  }, state);
}
