import { replaceVisit } from './edit.ts';
import { pairReports, reportsOf } from './phase.ts';
import { toStamp } from './time.ts';
import type { Context, Pair, Report, Stamp, State, Visit } from './types.ts';

/**
 * Follows the click, and may still change: it waits, or was refused for a time that only a wrong clock put into the
 * future. A time that a person said stays.
 */
function follows({ correction, delivery }: Report): boolean {
  if (correction === null) return false;
  return (
    delivery.state === 'queued' || (delivery.state === 'refused' && delivery.problem.reason === 'time-ahead')
  );
}

/** The report by the corrected clock, never before `earliest` (ms). */
function corrected<R extends Report>(report: R, by: number, earliest: number, ctx: Context): R {
  if (!follows(report)) return report;
  const correction = (report.correction ?? 0) + by;
  const at: Stamp = toStamp(Math.max(earliest, report.clickedAt + correction), ctx.offsetAt);
  return { ...report, at, correction };
}

const endOf = (pair: Pair): number => Math.max(...pairReports(pair).map(({ at }) => at.ms));

function correctedVisit(visit: Visit, by: number, ctx: Context): Visit {
  const pairs: Pair[] = [];
  for (const pair of visit.pairs) {
    const before = pairs.at(-1);
    const checkIn = corrected(pair.checkIn, by, before ? endOf(before) : 0, ctx);
    const checkOut = pair.checkOut && corrected(pair.checkOut, by, checkIn.at.ms, ctx);
    pairs.push({ ...pair, checkIn, checkOut });
  }
  const last = pairs.at(-1);
  const finish = visit.finish && corrected(visit.finish, by, last ? endOf(last) : 0, ctx);
  return { ...visit, pairs, finish };
}

/**
 * It has turned out that this computer's clock is wrong by `by` more than was known (ms to add): what was clicked by it
 * and has not been recorded yet gets its true time (DESIGN.md, rule 1). Reports keep their order.
 */
export function ruleClockCorrected(state: State, by: number, ctx: Context): State {
  return state.visits
    .filter((visit) => reportsOf(visit).some(follows))
    .reduce((now, visit) => replaceVisit(now, correctedVisit(visit, by, ctx)), state);
}
