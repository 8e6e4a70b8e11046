import { again, replaceVisit, setPair } from './edit.ts';
import { isClosed, isHeld, withCorrection } from './edit-pair.ts';
import { livePairs, technicianOf, visitsAt } from './phase.ts';
import { misfit } from './stays.ts';
import { SECOND, toStamp } from './time.ts';
import type { Context, Pair, Report, State, Visit } from './types.ts';

/**
 * A pair that went out by a wrong clock is put right once it is closed at ServiceChannel: by one correction of its work
 * activity, which needs both times (DESIGN.md, rule 1).
 */

/** A difference up to this is tolerated: rule 1's 30 s, and the second to which times are rounded (ms). */
const TOLERATED = 31 * SECOND;

/** The report by the clock as it is known now, never before `earliest` (ms). A time that a person said stays. */
function byClock<R extends Report>(report: R, earliest: number, ctx: Context): R {
  if (report.correction === null) return report;
  const at = toStamp(Math.max(earliest, report.clickedAt + report.correction), ctx.offsetAt);
  return Math.abs(at.ms - report.at.ms) > TOLERATED ? { ...report, at } : report;
}

/** A correction of its times was given up, or asked of the client: it stays as it is. */
const isGivenUp = ({ steps }: Visit, { id }: Pair): boolean =>
  steps.some(
    (step) =>
      step.kind === 'activity' && step.pairId === id && step.was && step.delivery.state === 'discarded',
  );

/** The pair with one correction under way; the state as it is where there is nothing to correct, or it cannot be now. */
function pairPutRight(state: State, visit: Visit, was: Pair, earliest: number, ctx: Context): State {
  if (!isClosed(was) || !isHeld(was) || was.reportedBy === 'phone' || isGivenUp(visit, was)) return state;
  const checkIn = byClock(was.checkIn, earliest, ctx);
  const checkOut = byClock(was.checkOut, checkIn.at.ms, ctx);
  if (checkIn === was.checkIn && checkOut === was.checkOut) return state;
  const corrected = withCorrection(state, ctx, visit, was);
  if ('reason' in corrected) return state;
  const after = setPair(again(corrected, visit), { ...was, checkIn, checkOut });
  return misfit(corrected, after, checkIn.id) ? state : replaceVisit(corrected, after);
}

/** Puts the pairs of one visit right. */
function visitPutRight(state: State, visit: Visit, ctx: Context): State {
  let earliest = 0;
  let now = state;
  for (const { id } of livePairs(visit)) {
    const pair = again(now, visit).pairs.find((each) => each.id === id);
    if (!pair) continue;
    now = pairPutRight(now, again(now, visit), pair, earliest, ctx);
    const { checkIn, checkOut } = again(now, visit).pairs.find((each) => each.id === id) ?? pair;
    earliest = (checkOut ?? checkIn).at.ms;
  }
  return now;
}

/**
 * Puts the pairs of a visit right that ServiceChannel holds by a clock that was wrong; then those of others that had no
 * room before.
 */
export function putRight(state: State, visit: Visit, ctx: Context): State {
  const now = visitPutRight(state, visit, ctx);
  if (now === state) return state;
  return visitsAt(now, visit, technicianOf(visit))
    .filter(({ id }) => id !== visit.id)
    .reduce((so, other) => putRight(so, again(so, other), ctx), now);
}

/** The visit by the clock as it is known now, for a record made anew; as it was where that does not fit between others. */
export function byTrueTimes(state: State, visit: Visit, ctx: Context): Visit {
  let earliest = 0;
  const pairs = visit.pairs.map((pair): Pair => {
    if (pair.reportedBy === 'phone' || !livePairs(visit).includes(pair)) return pair;
    const checkIn = byClock(pair.checkIn, earliest, ctx);
    const checkOut = pair.checkOut && byClock(pair.checkOut, checkIn.at.ms, ctx);
    earliest = (checkOut ?? checkIn).at.ms;
    return { ...pair, checkIn, checkOut };
  });
  const after = { ...visit, pairs };
  return misfit(state, after, pairs[0]?.checkIn.id ?? '') ? visit : after;
}
