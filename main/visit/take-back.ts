import { done, NOT_NOW, type Ruled, type TakeBack } from './commands.ts';
import { addStep, again, closePair, GIVEN_UP, replaceVisit, setDelivery } from './edit.ts';
import { PAUSE } from './leaving.ts';
import { takenOff } from './mistake.ts';
import { lastPair, livePairs, visitsOf } from './phase.ts';
import { isText, tell } from './repairs.ts';
import { toStamp } from './time.ts';
import type { Context, Pair, State, Visit } from './types.ts';
import { isAhead } from './when.ts';

/** It has not been sent: it is withdrawn, with the note that would have gone along. */
function withdrawnCheckIn(visit: Visit, { checkIn }: Pair): Visit {
  const notes = visit.steps.filter(
    (step) => step.kind === 'note' && step.about === checkIn.id && step.delivery.state === 'queued',
  );
  return [checkIn, ...notes].reduce((left, { id }) => setDelivery(left, id, GIVEN_UP), visit);
}

/** A visit that was paused before is paused again: its last stay alone is taken off the record. */
function lastStayOff(state: State, ctx: Context, visit: Visit, { checkIn }: Pair): State {
  const closed = closePair(state, visit, ctx, checkIn.at, PAUSE);
  return addStep(closed, again(closed, visit), ctx, toStamp(ctx.now, ctx.offsetAt), (fresh) => ({
    kind: 'deletion',
    ...fresh,
    workOrderId: visit.workOrderId,
    from: checkIn.at,
    to: checkIn.at,
  }));
}

/** ServiceChannel holds it: it is no visit at all, and the client is told. */
function cancelled(state: State, ctx: Context, visit: Visit, pair: Pair, note: string): State {
  const off =
    livePairs(visit).length > 1 ? lastStayOff(state, ctx, visit, pair) : takenOff(state, ctx, visit);
  return tell(off, ctx, { visit: again(off, visit), report: pair.checkIn }, note);
}

/** Takes a check-in back that counts from an instant to come. */
export function ruleTakeBack(state: State, { visitId, note }: TakeBack, ctx: Context): Ruled {
  const visit = visitsOf(state, ctx.owner).find(({ id }) => id === visitId);
  const pair = visit && lastPair(visit);
  if (!visit || !pair || pair.checkOut || !isAhead(pair.checkIn, ctx) || !isText(note)) return NOT_NOW;
  switch (pair.checkIn.delivery.state) {
    case 'queued':
      return done(replaceVisit(state, withdrawnCheckIn(visit, pair)));
    case 'recorded':
      return done(cancelled(state, ctx, visit, pair, note));
    default:
      return { ok: false, fault: { reason: 'in-question' } };
  }
}
