import { addFinish, again, GIVEN_UP, QUEUED, replaceVisit } from './edit.ts';
import { hasUnknownOutcome, lastPair } from './phase.ts';
import type { CheckOut, Context, Report, State, StatusChange, Visit } from './types.ts';

/**
 * A status that ServiceChannel holds, and that a check-in which is put in later would change: it is set once more
 * behind that check-in, and stands as it did where nothing comes of it.
 */

const isRecorded = (report: Report | null | undefined) => report?.delivery.state === 'recorded';

/** The check-out that sets the status, where none is set by itself. */
function outOf(visit: Visit): CheckOut | null {
  const { checkOut } = lastPair(visit) ?? {};
  return visit.finish === null && checkOut?.leaving.action === 'Complete' ? checkOut : null;
}

/** The status that was set after its stays may not be there. */
export function isStatusOpen(visit: Visit): boolean {
  const { finish } = visit;
  const out = outOf(visit);
  if (out) return hasUnknownOutcome(out);
  return finish !== null && (hasUnknownOutcome(finish) || finish.delivery.state === 'refused');
}

/** Sets the status of a visit once more, where check-ins of a number over `since` change it. */
export function statusAgain(state: State, ctx: Context, visit: Visit, since: number): State {
  const now = again(state, visit);
  const { finish } = now;
  if (finish?.delivery.state === 'recorded') {
    const { primaryStatus, extendedStatus, resolution, delivery } = finish;
    const was = { primaryStatus, extendedStatus, resolution, by: delivery.by };
    const set = { ...finish, seq: state.nextSeq, delivery: QUEUED, setAgain: { since, was } };
    return { ...replaceVisit(state, { ...now, finish: set }), nextSeq: state.nextSeq + 1 };
  }
  const out = outOf(now);
  // A check-out that was put in, or has not gone, sets it itself.
  if (!out || !isRecorded(out) || out.leaving.action !== 'Complete') return state;
  const { primaryStatus, extendedStatus, resolution } = out.leaving;
  if (primaryStatus === 'NoStatusChange') return state;
  const chosen = { primaryStatus, extendedStatus, resolution };
  return addFinish(state, now, ctx, out.at, chosen, { since, was: null });
}

/** Check-ins that changed the status are there, or may be. */
const isChanged = (visit: Visit, since: number): boolean =>
  visit.pairs.some(
    ({ checkIn, leftOpen }) =>
      checkIn.seq > since && (checkIn.delivery.state !== 'discarded' || leftOpen !== null),
  );

function stood({ setAgain, ...finish }: StatusChange): StatusChange {
  if (!setAgain?.was) return { ...finish, delivery: GIVEN_UP, setAgain: null };
  const { by, ...choice } = setAgain.was;
  return { ...finish, ...choice, delivery: { state: 'recorded', mechanicId: null, by }, setAgain: null };
}

/** The state with each status as it stood before a check-in of which nothing came. */
export function withStatusThatStood(state: State): State {
  return state.visits.reduce((now, visit) => {
    const { finish, movedTo } = visit;
    if (!finish?.setAgain || movedTo !== null || isRecorded(finish) || hasUnknownOutcome(finish)) return now;
    return isChanged(visit, finish.setAgain.since)
      ? now
      : replaceVisit(now, { ...visit, finish: stood(finish) });
  }, state);
}
