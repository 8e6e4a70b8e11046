import { settleBeginning } from './beginning.ts';
import { done, type Ruled } from './commands.ts';
import { again, type FoundReport, GIVEN_UP, replaceVisit, setDelivery, setPair } from './edit.ts';
import { giveUpCheckIn, giveUpCheckOut } from './left-open.ts';
import { livePairs, mayBeOpenThere } from './phase.ts';
import type { Problem } from './problem.ts';
import { overlap, staysElsewhere } from './stays.ts';
import type { ActivityReport, Context, Delivery, Pair, State, Visit } from './types.ts';

/** Not ServiceChannel's word but ours, from before it is asked. */
const ELSEWHERE: Problem = { reason: 'overlap', message: '', httpStatus: 0, codes: [] };
const ASKED: Delivery = { state: 'refused', problem: ELSEWHERE };

/**
 * A refused check-in takes its check-out along: the pair is given up as one (rule 4). What the visit goes on with
 * begins in its place, and becomes a question of its own where the technician has been elsewhere in that time.
 */
function discardCheckIn(state: State, ctx: Context, { visit, report }: FoundReport, pair: Pair): Ruled {
  const refused = setPair(visit, {
    ...pair,
    checkIn: { ...pair.checkIn, delivery: GIVEN_UP },
    checkOut: pair.checkOut && { ...pair.checkOut, delivery: GIVEN_UP },
  });
  const gone = report.delivery.state === 'unconfirmed' ? setPair(visit, giveUpCheckIn(pair)) : refused;
  const without = replaceVisit(state, gone);
  const settled = settleBeginning(without, ctx, visit);
  const next = livePairs(gone)[0];
  if (settled.ok || !next) return settled;
  return done(replaceVisit(without, setDelivery(gone, next.checkIn.id, ASKED)));
}

/**
 * The pair as it was before it was put right. Stays that were to go out in the room that this had made, such as the
 * part after a break, would count the same minutes twice: each becomes a question of its own.
 */
function restored(state: State, visit: Visit, pair: Pair): State {
  const before = replaceVisit(state, setPair(visit, pair));
  const own = livePairs(visit).map((each) => ({ pair: each, other: visit }));
  return [...own, ...staysElsewhere(before, visit)]
    .filter(({ pair: each }) => each.id !== pair.id && each.checkIn.delivery.state === 'queued')
    .filter(({ pair: each }) => overlap(each, pair))
    .reduce(
      (now, { pair: each, other }) =>
        replaceVisit(now, setDelivery(again(now, other), each.checkIn.id, ASKED)),
      before,
    );
}

/** A work activity that was to be made, or corrected, in place of a pair's own reports. */
function discardActivity(state: State, step: ActivityReport, { visit, report, pair }: FoundReport): Ruled {
  const gone = setDelivery(visit, step.id, GIVEN_UP);
  const was = pair && gone.pairs.find(({ id }) => id === pair.id);
  if (step.was && was?.checkOut) {
    // It was put right afterwards: what was recorded before stands.
    const [checkIn, checkOut] = [
      { ...was.checkIn, at: step.was.from },
      { ...was.checkOut, at: step.was.until },
    ];
    return done(restored(state, gone, { ...was, checkIn, checkOut }));
  }
  if (step.change === 'correct' && was) {
    // ServiceChannel still holds what the check-in began, at its first second.
    const restored: Pair = { ...was, reportedBy: 'app', checkIn: { ...was.checkIn, at: step.at } };
    return giveUpCheckOut(state, setPair(gone, restored), restored, report);
  }
  // The status that its check-out chose does not go without it; one that finished a pause was chosen by itself.
  const chosen = pair?.checkOut?.leaving.action === 'Complete' ? visit.finish : null;
  const isWaiting = chosen?.delivery.state === 'queued';
  return done(replaceVisit(state, isWaiting ? setDelivery(gone, chosen.id, GIVEN_UP) : gone));
}

/** Gives up a report, and with it the reports that depend on it. */
export function discard(state: State, ctx: Context, found: FoundReport): Ruled {
  const { visit, report, pair } = found;
  if (report.kind === 'activity') return discardActivity(state, report, found);
  if (pair?.checkIn === report) return discardCheckIn(state, ctx, found, pair);
  if (pair?.checkOut === report && mayBeOpenThere(pair)) return giveUpCheckOut(state, visit, pair, report);
  const without = replaceVisit(state, setDelivery(visit, report.id, GIVEN_UP));
  return settleBeginning(without, ctx, visit);
}
