import { settleBeginning } from './beginning.ts';
import { done, type Move, NOT_NOW, type Ruled } from './commands.ts';
import { addStep, again, freshReport, GIVEN_UP, QUEUED, replaceVisit, setDelivery } from './edit.ts';
import { PAUSE } from './leaving.ts';
import {
  isSettled,
  livePairs,
  neverBegan,
  pairReports,
  phaseOf,
  technicianOf,
  visitsAt,
  visitsOf,
} from './phase.ts';
import type { Problem } from './problem.ts';
import { byTrueTimes, isByWrongClock } from './put-right.ts';
import { saysOnSite } from './status-before.ts';
import { toStamp } from './time.ts';
import type { Context, Pair, Report, State, Visit } from './types.ts';

/** Ours, not ServiceChannel's: only a person can say what the status was. */
const STATUS_UNKNOWN: Problem = { reason: 'status-unknown', message: '', httpStatus: 0, codes: [] };

/** On the record there, or told in another way. */
export const isSent = ({ delivery }: Report) => delivery.state === 'recorded';
/** By phone nothing is sent from here: the record of it is between the client and the technician. */
const isPhoned = ({ reportedBy }: Pair) => reportedBy === 'phone';

/** Whether ServiceChannel holds a report of the visit that was sent from here. */
export const wasSent = (visit: Visit): boolean =>
  livePairs(visit).some((pair) => !isPhoned(pair) && pairReports(pair).some(isSent));

/** Not known yet to be recorded, or to be not. */
export const isUndecided = ({ delivery }: Report) =>
  ['sending', 'unconfirmed', 'replaced'].includes(delivery.state);

/** A paused visit of the right work order goes on with this one: it has no end of its own any more. */
function joined(state: State, ctx: Context, visit: Visit, workOrderId: number): State {
  const mine = visitsAt(state, visit, technicianOf(visit));
  return mine
    .filter((each) => each.workOrderId === workOrderId && phaseOf(each) === 'paused' && each.id !== visit.id)
    .reduce((now, each) => replaceVisit(now, { ...each, endedAt: ctx.now }), state);
}

/** Nothing of it is on any record: it becomes a visit of the right work order, with its times. */
function renumber(state: State, ctx: Context, visit: Visit, { workOrderId, statusBefore }: Move): Ruled {
  const waiting = livePairs(visit)
    .flatMap(pairReports)
    .filter((report) => !isSent(report))
    .reduce((now, { id }) => setDelivery(now, id, QUEUED), visit);
  const moved = { ...waiting, workOrderId, statusBefore: statusBefore ?? null };
  return settleBeginning(joined(replaceVisit(state, moved), ctx, moved, workOrderId), ctx, visit);
}

/**
 * The click of a report, which its copy keeps. A true time that is on the record already follows no clock any more; one by
 * a wrong clock, whose true time had no room, is still to be put right.
 */
const clickOf = (report: Report) => ({
  clickedAt: report.clickedAt,
  correction: isSent(report) && !isByWrongClock(report) ? null : report.correction,
});

/** The pair again, as reports that were not sent yet; one by phone stays so. */
function copied(state: State, ctx: Context, pair: Pair): { readonly pair: Pair; readonly state: State } {
  const told = (report: Report) => (isPhoned(pair) ? { delivery: report.delivery } : {});
  const checkIn = { ...pair.checkIn, ...freshReport(state, ctx, pair.checkIn.at) };
  const next = { ...state, nextSeq: state.nextSeq + 1 };
  const reportedBy = isPhoned(pair) ? 'phone' : 'app';
  const kept: Pair = { ...pair, id: `${ctx.id}.p${state.nextSeq}`, reportedBy, noted: false };
  const into = {
    ...kept,
    doubted: false,
    givenUp: [],
    leftOpen: null,
    checkIn: { ...checkIn, ...clickOf(pair.checkIn), ...told(pair.checkIn) },
  };
  if (!pair.checkOut) return { pair: { ...into, checkOut: null }, state: next };
  const checkOut = {
    ...pair.checkOut,
    ...freshReport(next, ctx, pair.checkOut.at),
    ...clickOf(pair.checkOut),
    ...told(pair.checkOut),
  };
  return { pair: { ...into, checkOut }, state: { ...next, nextSeq: next.nextSeq + 1 } };
}

/** A visit of the right work order with the same times, none of them sent yet. */
function twin(state: State, ctx: Context, visit: Visit, { workOrderId, statusBefore }: Move): State {
  const start = { made: [] as readonly Pair[], state };
  const { made, state: numbered } = livePairs(visit).reduce((so, pair) => {
    const copy = copied(so.state, ctx, pair);
    return { made: [...so.made, copy.pair], state: copy.state };
  }, start);
  const right: Visit = {
    ...visit,
    id: ctx.id,
    workOrderId,
    pairs: made,
    finish: null,
    steps: [],
    statusBefore: statusBefore ?? null,
  };
  return joined({ ...numbered, visits: [...numbered.visits, right] }, ctx, right, workOrderId);
}

/**
 * The rest of a pair on the wrong work order. One that is open there is closed with Cancel at the second of its
 * check-in, so that it counts no minute. One that was never sent is not sent, and one by phone goes along.
 */
function leftBehind(pair: Pair, state: State, ctx: Context): { readonly pair: Pair; readonly state: State } {
  const { checkIn, checkOut } = pair;
  if (!isSent(checkIn) || isPhoned(pair)) {
    const given = { ...pair, checkIn: { ...checkIn, delivery: GIVEN_UP } };
    return { pair: { ...given, checkOut: checkOut && { ...checkOut, delivery: GIVEN_UP } }, state };
  }
  if (checkOut && isSent(checkOut)) return { pair, state };
  const { at } = checkIn;
  const left = { ...pair, leftOpen: null };
  if (checkOut)
    return {
      pair: { ...left, checkOut: { ...checkOut, at, correction: null, leaving: PAUSE, delivery: QUEUED } },
      state,
    };
  const fresh = freshReport(state, ctx, at);
  const closed = { ...left, checkOut: { kind: 'check-out', ...fresh, leaving: PAUSE } } as const;
  return { pair: closed, state: { ...state, nextSeq: state.nextSeq + 1 } };
}

/** Closes there what is open, and takes what waits off the way: the visit counts no minute any more. */
export function abandoned(state: State, ctx: Context, visit: Visit): State {
  const start = { made: [] as readonly Pair[], state };
  const { made, state: numbered } = visit.pairs.reduce((so, pair) => {
    const left = leftBehind(pair, so.state, ctx);
    return { made: [...so.made, left.pair], state: left.state };
  }, start);
  return replaceVisit(numbered, { ...visit, pairs: made, movedTo: ctx.id });
}

/** The wrong work order's record is tidied up, after the right one, of the command's id, has got its own. */
export function tidied(state: State, ctx: Context, visit: Visit): State {
  const at = toStamp(ctx.now, ctx.offsetAt);
  const { workOrderId, statusBefore } = visit;
  const right = (now: State) => again(now, { ...visit, id: ctx.id });
  const deleted = livePairs(visit)
    .filter((pair) => isSent(pair.checkIn) && !isPhoned(pair))
    .reduce(
      (now, { checkIn, checkOut }) =>
        addStep(now, right(now), ctx, at, (fresh) => ({
          kind: 'deletion',
          ...fresh,
          workOrderId,
          from: checkIn.at,
          // One that was open, or whose check-out never arrived, is closed at its own second.
          to: checkOut && isSent(checkOut) ? checkOut.at : checkIn.at,
        })),
      state,
    );
  if (statusBefore && saysOnSite(statusBefore)) return deleted;
  return addStep(deleted, right(deleted), ctx, at, (fresh) => ({
    kind: 'restore',
    ...fresh,
    workOrderId,
    status: statusBefore,
    delivery: statusBefore ? QUEUED : { state: 'refused', problem: STATUS_UNKNOWN },
  }));
}

/** Whether a deletion is under way on this work order: new reports with the same times could not be told from it. */
const isBeingTidied = (mine: readonly Visit[], workOrderId: number) =>
  mine
    .flatMap((visit) => visit.steps)
    .some((step) => step.kind === 'deletion' && step.workOrderId === workOrderId && !isSettled(step));

/** Under way, or refused at its beginning: its number can be put right. */
export const mayMove = (visit: Visit) => phaseOf(visit) !== 'over' || neverBegan(visit);

/** Puts a visit that was checked in under a wrong number on the right work order. */
export function ruleMove(state: State, move: Move, ctx: Context): Ruled {
  const mine = visitsOf(state, ctx.owner);
  const visit = mine.find((each) => each.id === move.visitId);
  if (!visit || !mayMove(visit)) return NOT_NOW;
  if (visit.workOrderId === move.workOrderId) return { ok: false, fault: { reason: 'same-number' } };
  const reports = livePairs(visit).flatMap(pairReports);
  // A correction under way gives its activity other times than the deletion would look for.
  const isCorrected = visit.steps.every((step) => step.kind !== 'activity' || isSettled(step));
  if (reports.some(isUndecided) || !isCorrected || isBeingTidied(mine, move.workOrderId))
    return { ok: false, fault: { reason: 'in-question' } };
  if (!wasSent(visit)) return renumber(state, ctx, visit, move);
  const beside = twin(state, ctx, byTrueTimes(state, visit, ctx), move);
  return done(tidied(abandoned(beside, ctx, visit), ctx, visit));
}
