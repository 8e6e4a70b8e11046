import { done, type Ruled } from './commands.ts';
import { again, closePair, replaceVisit, setPair } from './edit.ts';
import { PAUSE } from './leaving.ts';
import { lastPair, livePairs, neverBegan } from './phase.ts';
import { overlap, startOf, staysElsewhere } from './stays.ts';
import { toStamp } from './time.ts';
import type { CheckIn, Context, State, Visit } from './types.ts';

/**
 * The visit with its open pair ended as the technician came elsewhere: by the same click, which the clock may turn out to
 * have told wrong, or has by now.
 */
function closeAt(state: State, ctx: Context, visit: Visit, { at, clickedAt, correction }: CheckIn): State {
  const lived = correction === null ? at.ms : Math.min(at.ms, clickedAt + correction);
  const { checkIn } = lastPair(visit) ?? {};
  const end = toStamp(Math.max(lived, checkIn?.at.ms ?? lived), ctx.offsetAt);
  const closed = closePair(state, visit, ctx, end, PAUSE);
  const now = again(closed, visit);
  const pair = lastPair(now);
  if (!pair?.checkOut) return closed;
  return replaceVisit(
    closed,
    setPair(now, { ...pair, checkOut: { ...pair.checkOut, clickedAt, correction } }),
  );
}

/**
 * Makes a visit current again whose first check-in was refused. Where the technician has been elsewhere since, the
 * stay ends (paused) when that one began: one user is on site at one place (rule 4).
 */
function revive(state: State, ctx: Context, visit: Visit): Ruled {
  const elsewhere = staysElsewhere(state, visit);
  const open = livePairs(visit).find((pair) => !pair.checkOut);
  const next = open && elsewhere.filter(({ pair }) => startOf(pair) >= startOf(open));
  const boundary = next?.toSorted((a, b) => startOf(a.pair) - startOf(b.pair))[0]?.pair.checkIn;
  const closed = boundary ? closeAt(state, ctx, visit, boundary) : state;
  const mine = closed.visits.filter((each) => each.id === visit.id).flatMap(livePairs);
  const clash = elsewhere.find(({ pair }) => mine.some((own) => overlap(own, pair)));
  if (clash) return { ok: false, fault: { reason: 'elsewhere-then', workOrderId: clash.other.workOrderId } };
  return done(closed);
}

/** After a decision about the refused first check-in of `before`: does the visit take place after all? */
export function settleBeginning(state: State, ctx: Context, before: Visit): Ruled {
  const now = again(state, before);
  return neverBegan(before) && !neverBegan(now) ? revive(state, ctx, now) : done(state);
}
