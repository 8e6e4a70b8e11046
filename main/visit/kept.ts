import { isSettled, phaseOf, reportsOf } from './phase.ts';
import { DAY } from './time.ts';
import type { State, Visit } from './types.ts';

/** Visits younger than this are kept in memory, with all that something is still open of (ms). */
export const KEPT_IN_MEMORY = 8 * DAY;

/** Over, with nothing left to send, to decide or to find out: it is history. */
export const isDone = (visit: Visit): boolean =>
  phaseOf(visit) === 'over' &&
  visit.pairs.every((pair) => pair.leftOpen === null) &&
  reportsOf(visit).every(isSettled);

/** The first and the last instant that its reports speak of, ms; 0 where there is none. */
export function spanOf(visit: Visit): { readonly first: number; readonly last: number } {
  const times = reportsOf(visit).map(({ at }) => at.ms);
  return times.length === 0 ? { first: 0, last: 0 } : { first: Math.min(...times), last: Math.max(...times) };
}

const isKept = (visit: Visit, now: number): boolean =>
  !isDone(visit) || spanOf(visit).last > now - KEPT_IN_MEMORY;

/** The state without the visits that have become history; itself where there are none. */
export function withoutHistory(state: State, now: number): State {
  const visits = state.visits.filter((visit) => isKept(visit, now));
  return visits.length === state.visits.length ? state : { ...state, visits };
}
