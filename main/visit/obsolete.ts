import { replaceVisit, setDelivery } from './edit.ts';
import { livePairs } from './phase.ts';
import type { Restore, State, Step, Visit } from './types.ts';

const GIVEN_UP = { state: 'discarded' } as const;

const mayBeGivenUp = ({ delivery }: Step) => delivery.state === 'queued' || delivery.state === 'refused';

/** Somebody has checked in there since: the status is that check-in's, and putting the old one back would undo it. */
function isObsolete(state: State, visit: Visit, step: Restore): boolean {
  return state.visits.some(
    (other) =>
      other.workOrderId === step.workOrderId &&
      other.userId === visit.userId &&
      other.server === visit.server &&
      livePairs(other).some((pair) => pair.checkIn.seq > step.seq),
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
