import { done, type Ruled } from './commands.ts';
import { again, closePair } from './edit.ts';
import { PAUSE } from './leaving.ts';
import { livePairs, neverBegan } from './phase.ts';
import { overlap, startOf, staysElsewhere } from './stays.ts';
import type { Context, State, Visit } from './types.ts';

/**
 * Makes a visit current again whose first check-in was refused. Where the technician has been elsewhere since, the
 * stay ends (paused) when that one began: one user is on site at one place (rule 4).
 */
function revive(state: State, ctx: Context, visit: Visit): Ruled {
  const elsewhere = staysElsewhere(state, visit);
  const open = livePairs(visit).find((pair) => !pair.checkOut);
  const next = open && elsewhere.filter(({ pair }) => startOf(pair) >= startOf(open));
  const boundary = next?.toSorted((a, b) => startOf(a.pair) - startOf(b.pair))[0]?.pair.checkIn.at;
  const closed = boundary ? closePair(state, visit, ctx, boundary, PAUSE) : state;
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
