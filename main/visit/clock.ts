import type { ClockCorrected } from './commands.ts';
import { again, findReport, QUEUED, replaceVisit, setDelivery } from './edit.ts';
import { livePairs, pairReports, reportsOf, technicianOf, visitsAt } from './phase.ts';
import type { Problem } from './problem.ts';
import { endOf, startOf, staysElsewhere } from './stays.ts';
import { MINUTE, toStamp } from './time.ts';
import type { Context, Pair, Report, Stamp, State, Visit } from './types.ts';

/**
 * Follows the click, and may still change: it waits, or was refused for a time that only a wrong clock put into the
 * future. A time that a person said stays.
 */
const mayChange = ({ delivery }: Report): boolean =>
  delivery.state === 'queued' || (delivery.state === 'refused' && delivery.problem.reason === 'time-ahead');

/**
 * Sent and not recorded, or given up: it is looked for and shown by the time that it was sent with, and corrected if it
 * goes again; if it turns out to be recorded, its pair is put right.
 */
const isUnrecorded = ({ delivery }: Report): boolean =>
  ['sending', 'unconfirmed', 'refused', 'replaced', 'discarded'].includes(delivery.state);

const follows = (report: Report): boolean =>
  report.correction !== null && (mayChange(report) || isUnrecorded(report));

/** No answer said so, and none need ever have told the time: its pair is put right when the first one does. */
const isSaidToBeRecorded = ({ correction, delivery }: Report): boolean =>
  correction !== null && delivery.state === 'recorded' && delivery.by === 'technician';

/** It may not have the time of its click by the clock as it is known. */
const isCorrectable = (report: Report): boolean => follows(report) || isSaidToBeRecorded(report);

/** Between which instants a report may lie, ms; the first counts more. */
interface Room {
  readonly earliest: number;
  readonly latest: number;
}

/** The report by the corrected clock, in its room. */
function corrected<R extends Report>(report: R, by: number, { earliest, latest }: Room, ctx: Context): R {
  if (report.correction === null || !isCorrectable(report)) return report;
  const correction = report.correction + by;
  if (!mayChange(report)) return { ...report, correction };
  const lived = Math.min(report.clickedAt + correction, latest);
  const at: Stamp = toStamp(Math.max(earliest, lived), ctx.offsetAt);
  return { ...report, at, correction };
}

const lastOf = (pair: Pair): number => Math.max(...pairReports(pair).map(({ at }) => at.ms));

/** The reports of the same technician that were made before this one and say no later time. */
const reportsBefore = (state: State, visit: Visit, { seq, at: own }: Report): readonly Report[] =>
  visitsAt(state, visit, technicianOf(visit))
    .flatMap((each) => [...livePairs(each).flatMap(pairReports), ...(each.finish ? [each.finish] : [])])
    .filter((each) => each.seq < seq && each.at.ms <= own.ms);

const latestOf = (reports: readonly Report[]): number => Math.max(0, ...reports.map(({ at }) => at.ms));

/** Times that a person said stand: no stay is moved to before the end of one elsewhere that was said before it. */
const latestSaid = (state: State, visit: Visit, report: Report): number =>
  latestOf(
    reportsBefore(state, visit, report).filter(
      ({ kind, correction }) => kind === 'check-out' && correction === null,
    ),
  );

const mayBeHeld = ({ delivery }: Report): boolean =>
  ['sending', 'unconfirmed', 'recorded', 'replaced'].includes(delivery.state);

/**
 * The beginning of the next stay elsewhere, where ServiceChannel may hold that by a clock that was wrong: no report that
 * was made before it is moved past it, since one user is at one place. A status is no stay, and has no such bound.
 */
function nextElsewhere(state: State, visit: Visit, { kind, seq, at: own }: Report): number {
  if (kind === 'status') return Number.POSITIVE_INFINITY;
  return Math.min(
    ...visitsAt(state, visit, technicianOf(visit))
      .filter(({ id }) => id !== visit.id)
      .flatMap((other) => livePairs(other).map(({ checkIn }) => checkIn))
      .filter((each) => each.seq > seq && each.at.ms >= own.ms && mayBeHeld(each))
      .map(({ at }) => at.ms),
  );
}

const isLive = ({ checkIn }: Pair): boolean => checkIn.delivery.state !== 'discarded';

/** Is any of it still to be sent, looked for or taken back? */
const mayStillChange = (visit: Visit): boolean =>
  visit.pairs.some(({ leftOpen }) => leftOpen !== null) ||
  reportsOf(visit).some((report) => follows(report) && report.delivery.state !== 'discarded');

function correctedVisit(state: State, visit: Visit, byOf: (report: Report) => number, ctx: Context): Visit {
  const moved = <R extends Report>(report: R, earliest: number): R =>
    corrected(report, byOf(report), { earliest, latest: nextElsewhere(state, visit, report) }, ctx);
  let end = 0;
  const pairs = visit.pairs.map((pair): Pair => {
    const checkIn = moved(pair.checkIn, Math.max(end, latestSaid(state, visit, pair.checkIn)));
    const checkOut = pair.checkOut && moved(pair.checkOut, checkIn.at.ms);
    const givenUp = pair.givenUp.map((report) => moved(report, 0));
    const after = { ...pair, checkIn, checkOut, givenUp };
    if (isLive(pair)) end = lastOf(after);
    return after;
  });
  return { ...visit, pairs, finish: visit.finish && moved(visit.finish, end) };
}

/** Ours, not ServiceChannel's: it takes such a check-in, and counts the time twice. */
const ELSEWHERE_THEN: Problem = { reason: 'elsewhere-then', message: '', httpStatus: 0, codes: [] };

/** A stay that is over, whose beginning a person said, and that waits to be sent. */
const isSaid = ({ checkIn, checkOut }: Pair): boolean =>
  checkIn.correction === null && checkIn.delivery.state === 'queued' && checkOut !== null;

/** Lies a stay of this visit over one elsewhere, by more than what whole minutes can tell? */
const isOver = (state: State, visit: Visit, pair: Pair): boolean =>
  staysElsewhere(state, visit).some(
    ({ pair: other }) =>
      Math.min(endOf(pair), endOf(other)) - Math.max(startOf(pair), startOf(other)) > MINUTE,
  );

/**
 * The state in which a person is asked about what they said: it was said into a gap that only a wrong clock showed, and
 * their own clicks, which have their true times by now, tell that they were elsewhere then.
 */
function contradicted(before: State, now: State): State {
  return now.visits.reduce((so, { id }) => {
    const visit = so.visits.find((each) => each.id === id);
    const was = before.visits.find((each) => each.id === id);
    if (!visit || !was) return so;
    const asked = livePairs(visit).filter((pair) => {
      const earlier = was.pairs.find((each) => each.id === pair.id);
      return isSaid(pair) && isOver(so, visit, pair) && earlier && !isOver(before, was, earlier);
    });
    return asked.reduce(
      (then, { checkIn }) =>
        replaceVisit(
          then,
          setDelivery(again(then, visit), checkIn.id, { state: 'refused', problem: ELSEWHERE_THEN }),
        ),
      so,
    );
  }, now);
}

/**
 * It has turned out that this computer's clock is wrong by `by` more than was known (ms to add): what was clicked by it
 * and has not been recorded yet gets its true time (DESIGN.md, rule 1). Reports keep their order.
 */
export function ruleClockCorrected(state: State, command: ClockCorrected, ctx: Context): State {
  const { by, from = 0, first = false } = command;
  const byOf = (report: Report) => (report.seq < from || (isSaidToBeRecorded(report) && !first) ? 0 : by);
  const isMoved = (report: Report) => byOf(report) !== 0 && isCorrectable(report);
  const moved = state.visits
    .filter((visit) => (mayStillChange(visit) || first) && reportsOf(visit).some(isMoved))
    .reduce((now, visit) => replaceVisit(now, correctedVisit(state, visit, byOf, ctx)), state);
  return contradicted(state, moved);
}

/**
 * The visit with one report that goes again: the clock may have turned out to be wrong while it was in question. Those
 * after it that wait were kept from being earlier than it.
 */
export function caughtUp(state: State, visit: Visit, reportId: string, ctx: Context): Visit {
  const goes = reportsOf(visit).find(({ id }) => id === reportId);
  if (!goes) return visit;
  let earliest = latestOf(reportsBefore(state, visit, goes));
  const latest = nextElsewhere(state, visit, goes);
  const { at, correction } = corrected({ ...goes, delivery: QUEUED }, 0, { earliest, latest }, ctx);
  const again = <R extends Report>(report: R): R => {
    const isAfter = report.seq > goes.seq && at.ms !== goes.at.ms;
    const follower = isAfter
      ? corrected(report, 0, { earliest, latest: nextElsewhere(state, visit, report) }, ctx)
      : report;
    const after = report.id === reportId ? { ...report, at, correction } : follower;
    earliest = Math.max(earliest, after.at.ms);
    return after;
  };
  const pairs = visit.pairs.map((pair) => {
    if (!isLive(pair)) return pair;
    const checkIn = again(pair.checkIn);
    const givenUp = pair.givenUp.map((report) => (report.id === reportId ? again(report) : report));
    return { ...pair, checkIn, givenUp, checkOut: pair.checkOut && again(pair.checkOut) };
  });
  return { ...visit, pairs, finish: visit.finish && again(visit.finish) };
}

/** The state in which a report that is about to go again says its time by the clock as it is known now. */
export function byClockNow(state: State, reportId: string, ctx: Context): State {
  const found = findReport(state.visits, reportId);
  return found ? replaceVisit(state, caughtUp(state, found.visit, reportId, ctx)) : state;
}
