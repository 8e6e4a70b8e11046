import { type ContinueCommand, done, NOT_NOW, type Ruled } from './commands.ts';
import { again, newVisit, openPair, replaceVisit, setDelivery } from './edit.ts';
import { isOpen, lastPair, livePairs, neverBegan, phaseOf, visitsOf } from './phase.ts';
import { toStamp } from './time.ts';
import type { Context, State, Visit } from './types.ts';

/** The visit that was somewhere else at that time, if any: one user is on site at one place (rule 4). */
function elsewhereThen(mine: readonly Visit[], { workOrderId, at }: ContinueCommand): Visit | undefined {
  return mine
    .filter((visit) => !neverBegan(visit))
    .find((visit) => {
      const isHere = visit.workOrderId === workOrderId && !isOpen(visit);
      const until = isHere ? at : at + 1;
      return livePairs(visit).some((pair) => (pair.checkOut?.at.ms ?? Number.POSITIVE_INFINITY) >= until);
    });
}

/** Takes over an open check-in that ServiceChannel holds already: it is on the record, so nothing is sent for it. */
export function ruleContinue(state: State, act: ContinueCommand, ctx: Context): Ruled {
  const { owner } = ctx;
  if (!owner) return NOT_NOW;
  const mine = visitsOf(state, owner);
  if (act.at > ctx.now) return { ok: false, fault: { reason: 'in-future' } };
  const other = elsewhereThen(mine, act);
  if (other) return { ok: false, fault: { reason: 'elsewhere-then', workOrderId: other.workOrderId } };
  const paused = mine.find((each) => each.workOrderId === act.workOrderId && phaseOf(each) === 'paused');
  const visit = paused ?? newVisit(ctx, owner, act);
  const joined = paused ? state : { ...state, visits: [...state.visits, visit] };
  const opened = openPair(joined, visit, ctx, toStamp(act.at, ctx.offsetAt), act);
  const now = again(opened, visit);
  const checkIn = lastPair(now)?.checkIn;
  if (!checkIn) return done(opened);
  const recorded = { state: 'recorded', mechanicId: null, by: 'read-back' } as const;
  return done(replaceVisit(opened, setDelivery(now, checkIn.id, recorded)));
}
