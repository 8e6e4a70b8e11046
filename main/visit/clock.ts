import type { ClockCorrected } from './commands.ts';
import { findReport, QUEUED, replaceVisit } from './edit.ts';
import { livePairs, pairReports, reportsOf, technicianOf, visitsAt } from './phase.ts';
import { putRight } from './put-right.ts';
import { toStamp } from './time.ts';
import type { Context, Pair, Report, Stamp, State, Visit } from './types.ts';

/**
 * Follows the click, and may still change: it waits, or was refused for a time that only a wrong clock put into the
 * future. A time that a person said stays.
 */
const mayChange = ({ delivery }: Report): boolean =>
  delivery.state === 'queued' || (delivery.state === 'refused' && delivery.problem.reason === 'time-ahead');

/**
 * Sent and not recorded: it is looked for and shown by the time that it was sent with, and corrected if it goes again; if
 * it turns out to be recorded, its pair is put right.
 */
const isInQuestion = ({ delivery }: Report): boolean =>
  ['sending', 'unconfirmed', 'refused', 'replaced'].includes(delivery.state);

const follows = (report: Report): boolean =>
  report.correction !== null && (mayChange(report) || isInQuestion(report));

/** The report by the corrected clock, never before `earliest` (ms). */
function corrected<R extends Report>(report: R, by: number, earliest: number, ctx: Context): R {
  if (report.correction === null || !follows(report)) return report;
  const correction = report.correction + by;
  if (!mayChange(report)) return { ...report, correction };
  const at: Stamp = toStamp(Math.max(earliest, report.clickedAt + correction), ctx.offsetAt);
  return { ...report, at, correction };
}

const endOf = (pair: Pair): number => Math.max(...pairReports(pair).map(({ at }) => at.ms));

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

function correctedVisit(state: State, visit: Visit, byOf: (report: Report) => number, ctx: Context): Visit {
  const pairs: Pair[] = [];
  for (const pair of visit.pairs) {
    const before = pairs.at(-1);
    const earliest = Math.max(before ? endOf(before) : 0, latestSaid(state, visit, pair.checkIn));
    const checkIn = corrected(pair.checkIn, byOf(pair.checkIn), earliest, ctx);
    const checkOut = pair.checkOut && corrected(pair.checkOut, byOf(pair.checkOut), checkIn.at.ms, ctx);
    pairs.push({ ...pair, checkIn, checkOut });
  }
  const last = pairs.at(-1);
  const finish = visit.finish && corrected(visit.finish, byOf(visit.finish), last ? endOf(last) : 0, ctx);
  return { ...visit, pairs, finish };
}

/**
 * It has turned out that this computer's clock is wrong by `by` more than was known (ms to add): what was clicked by it
 * and has not been recorded yet gets its true time (DESIGN.md, rule 1). Reports keep their order.
 */
export function ruleClockCorrected(state: State, { by, from = 0 }: ClockCorrected, ctx: Context): State {
  const byOf = ({ seq }: Report) => (seq < from ? 0 : by);
  return state.visits
    .filter((visit) => reportsOf(visit).some((report) => follows(report) && byOf(report) !== 0))
    .reduce((now, visit) => {
      const corrected = correctedVisit(state, visit, byOf, ctx);
      return putRight(replaceVisit(now, corrected), corrected, ctx);
    }, state);
}

/** The visit with one report that goes again: the clock may have turned out to be wrong while it was in question. */
export function caughtUp(state: State, visit: Visit, reportId: string, ctx: Context): Visit {
  const again = <R extends Report>(report: R): R => {
    if (report.id !== reportId) return report;
    const waiting: R = { ...report, delivery: QUEUED };
    const { at, correction } = corrected(waiting, 0, latestOf(reportsBefore(state, visit, report)), ctx);
    return { ...report, at, correction };
  };
  return {
    ...visit,
    pairs: visit.pairs.map((pair) => ({
      ...pair,
      checkIn: again(pair.checkIn),
      checkOut: pair.checkOut && again(pair.checkOut),
    })),
    finish: visit.finish && again(visit.finish),
  };
}

/** The state in which a report that is about to go again says its time by the clock as it is known now. */
export function byClockNow(state: State, reportId: string, ctx: Context): State {
  const found = findReport(state.visits, reportId);
  return found ? replaceVisit(state, caughtUp(state, found.visit, reportId, ctx)) : state;
}
