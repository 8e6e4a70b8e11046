import { done, NOT_NOW, type Ruled, type TakeBack } from './commands.ts';
import { again, closePair, replaceVisit, setDelivery } from './edit.ts';
import { PAUSE } from './leaving.ts';
import { lastPair, livePairs, visitsOf } from './phase.ts';
import { isText, tell } from './repairs.ts';
import type { Context, Pair, State, Visit } from './types.ts';
import { isAhead } from './when.ts';

const GIVEN_UP = { state: 'discarded' } as const;

/** It has not been sent: it is withdrawn, with the note that would have gone along. */
function withdrawn(visit: Visit, { checkIn }: Pair): Visit {
  const notes = visit.steps.filter(
    (step) => step.kind === 'note' && step.about === checkIn.id && step.delivery.state === 'queued',
  );
  return [checkIn, ...notes].reduce((left, { id }) => setDelivery(left, id, GIVEN_UP), visit);
}

/** ServiceChannel holds it: it is closed at its own second, so that no time counts, and the client is told. */
function cancelled(state: State, ctx: Context, visit: Visit, { checkIn }: Pair, note: string): State {
  const closed = closePair(state, visit, ctx, checkIn.at, PAUSE);
  const noted = tell(closed, ctx, { visit: again(closed, visit), report: checkIn }, note);
  // A visit that was paused before is paused again; any other did not take place.
  const endedAt = livePairs(visit).length > 1 ? null : ctx.now;
  return replaceVisit(noted, { ...again(noted, visit), endedAt });
}

/** Takes a check-in back that counts from an instant to come. */
export function ruleTakeBack(state: State, { visitId, note }: TakeBack, ctx: Context): Ruled {
  const visit = visitsOf(state, ctx.owner).find(({ id }) => id === visitId);
  const pair = visit && lastPair(visit);
  if (!visit || !pair || pair.checkOut || !isAhead(pair.checkIn, ctx) || !isText(note)) return NOT_NOW;
  switch (pair.checkIn.delivery.state) {
    case 'queued':
      return done(replaceVisit(state, withdrawn(visit, pair)));
    case 'recorded':
      return done(cancelled(state, ctx, visit, pair, note));
    default:
      return { ok: false, fault: { reason: 'in-question' } };
  }
}
