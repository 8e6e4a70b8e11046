import { again, replaceVisit, setPair } from './edit.ts';
import { type ClosedPair, isClosed, isHeld, withCorrection } from './edit-pair.ts';
import { isSettled, livePairs, mayBeOpenThere, neverBegan, technicianOf, visitsAt } from './phase.ts';
import { endOf, misfit, startOf } from './stays.ts';
import { SECOND, toStamp } from './time.ts';
import type { Context, Pair, Report, State, Visit } from './types.ts';

/**
 * A pair that went out by a wrong clock is put right once it is closed at ServiceChannel: by one correction of its work
 * activity, which needs both times (DESIGN.md, rule 1).
 */

/** A difference up to this is tolerated: rule 1's 30 s, and the second to which times are rounded (ms). */
const TOLERATED = 31 * SECOND;

/** When it happened, by the clock as it is known now (ms). A time that a person said stays. */
const trueTime = ({ at, clickedAt, correction }: Report): number =>
  correction === null ? at.ms : clickedAt + correction;

/** Whether a report has another time than that of its click, by the clock as it is known now. */
export const isByWrongClock = (report: Report): boolean =>
  Math.abs(trueTime(report) - report.at.ms) > TOLERATED - SECOND;

/** The report by the clock as it is known now, never before `earliest` (ms). A time that a person said stays. */
function byClock<R extends Report>(report: R, earliest: number, ctx: Context): R {
  if (report.correction === null) return report;
  const at = toStamp(Math.max(earliest, trueTime(report)), ctx.offsetAt);
  return Math.abs(at.ms - report.at.ms) > TOLERATED ? { ...report, at } : report;
}

/** From when to when another stay is held, ms. */
type HeldSpan = readonly [from: number, to: number];

/**
 * Two measures of one clock may differ by some seconds, so that a stay reaches into one beside it by no more than is
 * tolerated: it begins as that one ends, and ends as that one begins. A time that a person said stays.
 */
function besideOthers(pair: ClosedPair, spans: readonly HeldSpan[], ctx: Context): ClosedPair {
  const { checkIn, checkOut } = pair;
  const reaches = (ms: number) => spans.filter(([from, to]) => from < ms && ms < to);
  const begins = Math.max(
    checkIn.at.ms,
    ...reaches(checkIn.at.ms).flatMap(([, to]) => (to - checkIn.at.ms <= TOLERATED ? to : [])),
  );
  const ends = Math.min(
    checkOut.at.ms,
    ...reaches(checkOut.at.ms).flatMap(([from]) => (checkOut.at.ms - from <= TOLERATED ? from : [])),
  );
  const at = <R extends Report>(report: R, ms: number): R =>
    report.correction === null || ms === report.at.ms ? report : { ...report, at: toStamp(ms, ctx.offsetAt) };
  return { ...pair, checkIn: at(checkIn, begins), checkOut: at(checkOut, Math.max(begins, ends)) };
}

/** A correction of its times was given up, or asked of the client: it stays as it is. */
const isCorrectionGivenUp = ({ steps }: Visit, { id }: Pair): boolean =>
  steps.some(
    (step) =>
      step.kind === 'activity' && step.pairId === id && step.was && step.delivery.state === 'discarded',
  );

/** Nothing is asked about its end, and no other than this app gave it its times. */
const isTimedHere = ({ reportedBy, leftOpen }: Pair): boolean => reportedBy !== 'phone' && leftOpen === null;

/** The times by which ServiceChannel holds a stay: those before a correction on its way, and no end while it is open there. */
function heldThere({ steps }: Visit, pair: Pair): HeldSpan {
  const step = steps.find((each) => each.kind === 'activity' && each.pairId === pair.id && !isSettled(each));
  const was = step?.kind === 'activity' ? step.was : null;
  if (was) return [was.from.ms, was.until.ms];
  return [startOf(pair), mayBeOpenThere(pair) ? Number.POSITIVE_INFINITY : endOf(pair)];
}

/** The other stays of this technician, as ServiceChannel holds them. */
const heldBeside = (state: State, visit: Visit, own: Pair): readonly HeldSpan[] =>
  visitsAt(state, visit, technicianOf(visit))
    .filter((other) => !neverBegan(other))
    .flatMap((other) =>
      other.pairs
        .filter((pair) => livePairs(other).includes(pair) || mayBeOpenThere(pair))
        .filter(({ id }) => id !== own.id)
        .map((pair) => heldThere(other, pair)),
    );

/** The pair with one correction under way; the state as it is where there is nothing to correct, or it cannot be now. */
function pairPutRight(state: State, visit: Visit, was: Pair, earliest: number, ctx: Context): State {
  if (!isClosed(was) || !isHeld(was) || !isTimedHere(was) || isCorrectionGivenUp(visit, was)) return state;
  const checkIn = byClock(was.checkIn, earliest, ctx);
  const checkOut = byClock(was.checkOut, checkIn.at.ms, ctx);
  if (checkIn === was.checkIn && checkOut === was.checkOut) return state;
  const corrected = withCorrection(state, ctx, visit, was);
  if ('reason' in corrected) return state;
  const beside = heldBeside(state, visit, was);
  const right = besideOthers({ ...was, checkIn, checkOut }, beside, ctx);
  const after = setPair(again(corrected, visit), right);
  // It takes no two stays of one user that overlap (API.md, 1186).
  const isTaken = beside.some(([from, until]) => startOf(right) < until && from < endOf(right));
  return misfit(corrected, after, checkIn.id) || isTaken ? state : replaceVisit(corrected, after);
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

const mayBeWrong = ({ pairs }: Visit): boolean =>
  pairs.some(
    ({ checkIn, checkOut }) => checkOut !== null && (isByWrongClock(checkIn) || isByWrongClock(checkOut)),
  );

/**
 * Puts the pairs right that ServiceChannel holds by a clock that was wrong, in whatever way it was found out that it
 * does. One that has no room yet is put right as soon as those beside it have moved, or are gone.
 */
export function putRight(state: State, ctx: Context): State {
  const now = state.visits
    .filter(mayBeWrong)
    .reduce((so, visit) => visitPutRight(so, again(so, visit), ctx), state);
  return now === state ? state : putRight(now, ctx);
}

/**
 * The visit by the clock as it is known now, for a record made anew. Where that does not fit between others yet, it is as
 * it was, and put right later.
 */
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
