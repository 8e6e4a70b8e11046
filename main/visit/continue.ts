import { settleBeginning } from './beginning.ts';
import { type ContinueCommand, done, NOT_NOW, type Ruled } from './commands.ts';
import { again, GIVEN_UP, newVisit, openPair, replaceVisit, setDelivery, setPair } from './edit.ts';
import { isStopped, neverLeft } from './open-elsewhere.ts';
import { isOpen, lastPair, livePairs, neverBegan, ownVisits, phaseOf } from './phase.ts';
import { endOf, misfit } from './stays.ts';
import { toStamp } from './time.ts';
import type { Context, Delivery, Owner, Pair, State, Visit } from './types.ts';

const RECORDED: Delivery = { state: 'recorded', mechanicId: null, by: 'read-back' };

/** The visit that was somewhere else at that time, if any: one user is on site at one place (rule 4). */
function elsewhereThen(mine: readonly Visit[], { workOrderId, at }: ContinueCommand): Visit | undefined {
  return mine
    .filter((visit) => !neverBegan(visit))
    .find((visit) => {
      const isHere = visit.workOrderId === workOrderId && !isOpen(visit);
      const until = isHere ? at : at + 1;
      return livePairs(visit).some((pair) => endOf(pair) >= until);
    });
}

/** A check-in of ours on the same order and for the same stay: it is the one that was made elsewhere. */
function sameStay(mine: readonly Visit[], { workOrderId, at }: ContinueCommand) {
  return mine
    .filter((visit) => visit.workOrderId === workOrderId)
    .flatMap((visit) => livePairs(visit).map((pair) => ({ visit, pair })))
    .findLast(({ pair }) => neverLeft(pair.checkIn) && endOf(pair) > at);
}

/** Our own pair begins with their check-in, which is on the record; its check-out, if there is one, goes as it is. */
function adopted(state: State, visit: Visit, pair: Pair, act: ContinueCommand, ctx: Context): Ruled {
  const checkIn = {
    ...pair.checkIn,
    at: toStamp(act.at, ctx.offsetAt),
    correction: null,
    delivery: RECORDED,
  };
  const { workTypeId, techsCount } = act;
  const changed = setPair(visit, { ...pair, workTypeId, techsCount, checkIn });
  const settled = settleBeginning(replaceVisit(state, changed), ctx, visit);
  if (!settled.ok) return settled;
  const fault = misfit(settled.state, again(settled.state, changed), checkIn.id);
  return fault ? { ok: false, fault } : settled;
}

/** A stopped check-in that is still open was a mistake: its technician is at the other order. */
function withoutOpenStopped(state: State, owner: Owner): State {
  return ownVisits(state, owner).reduce((now, visit) => {
    const pair = lastPair(visit);
    if (!pair || pair.checkOut || !isStopped(pair.checkIn)) return now;
    return replaceVisit(now, setDelivery(visit, pair.checkIn.id, GIVEN_UP));
  }, state);
}

/**
 * A visit that begins with their check-in; a paused one of that order goes on with it. Not one of which a check-in is
 * still to be sent: that waits until theirs is closed, whose check-out would wait for it within one visit.
 */
function begun(
  state: State,
  mine: readonly Visit[],
  owner: Owner,
  act: ContinueCommand,
  ctx: Context,
): State {
  const paused = mine.find((each) => each.workOrderId === act.workOrderId && phaseOf(each) === 'paused');
  const isFree = paused && !livePairs(paused).some(({ checkIn }) => neverLeft(checkIn));
  const visit = isFree ? paused : newVisit(ctx, owner, act);
  const left = paused && !isFree ? replaceVisit(state, { ...paused, endedAt: ctx.now }) : state;
  const joined = isFree ? left : { ...left, visits: [...left.visits, visit] };
  const opened = openPair(joined, visit, ctx, toStamp(act.at, ctx.offsetAt), act);
  const now = again(opened, visit);
  const checkIn = lastPair(now)?.checkIn;
  return checkIn ? replaceVisit(opened, setDelivery(now, checkIn.id, RECORDED)) : opened;
}

/**
 * Takes over an open check-in that ServiceChannel holds already: it is on the record, so nothing is sent for it. Ours
 * that was stopped for it is the same one, or does not take place.
 */
export function ruleContinue(before: State, act: ContinueCommand, ctx: Context): Ruled {
  const { owner } = ctx;
  if (!owner) return NOT_NOW;
  if (act.at > ctx.now) return { ok: false, fault: { reason: 'in-future' } };
  const own = sameStay(ownVisits(before, owner), act);
  if (own) return adopted(before, own.visit, own.pair, act, ctx);
  const state = withoutOpenStopped(before, owner);
  const mine = ownVisits(state, owner);
  const other = elsewhereThen(mine, act);
  if (other) return { ok: false, fault: { reason: 'elsewhere-then', workOrderId: other.workOrderId } };
  return done(begun(state, mine, owner, act, ctx));
}
