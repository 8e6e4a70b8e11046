import type { Fault } from './commands.ts';
import { livePairs, neverBegan, pairReports, technicianOf, visitsAt } from './phase.ts';
import type { Pair, State, Visit } from './types.ts';

/** Where the stays of one technician lie in time: one user is on site at one place (DESIGN.md, rule 4). */

/** The start of a pair, ms. */
export const startOf = (pair: Pair): number => pair.checkIn.at.ms;

/** The end of a pair, ms; infinite while it is open. */
export const endOf = (pair: Pair): number => pair.checkOut?.at.ms ?? Number.POSITIVE_INFINITY;

/** Whether two pairs overlap; one may begin at the other's end. */
export const overlap = (a: Pair, b: Pair): boolean => startOf(a) < endOf(b) && startOf(b) < endOf(a);

/** A stay with another work order, or at another time with the same one. */
export interface PairElsewhere {
  readonly pair: Pair;
  readonly other: Visit;
}

/** The stays of this visit's technician that belong to other visits. */
export const staysElsewhere = (state: State, visit: Visit): readonly PairElsewhere[] =>
  visitsAt(state, visit, technicianOf(visit))
    .filter((other) => other.id !== visit.id && !neverBegan(other))
    .flatMap((other) => livePairs(other).map((pair) => ({ pair, other })));

/** Is a report before the one before it within the visit? NotificationSubject of the one that has changed. */
function outOfOrder(pairs: readonly Pair[], changedId: string): Fault | null {
  const reports = pairs.flatMap(pairReports);
  for (const [index, { at }] of reports.entries()) {
    const previous = reports[index - 1];
    if (!previous || at.ms >= previous.at.ms) continue;
    return previous.id === changedId
      ? { reason: 'after-next', next: at }
      : { reason: 'before-previous', previous: previous.at };
  }
  return null;
}

/**
 * Why a visit cannot have these times beside its technician's other stays; null when it can.
 * @param changedId the report whose time has changed
 */
export function misfit(state: State, visit: Visit, changedId: string): Fault | null {
  const mine = livePairs(visit);
  const disorder = outOfOrder(mine, changedId);
  if (disorder) return disorder;
  const clash = staysElsewhere(state, visit).find(({ pair }) => mine.some((own) => overlap(own, pair)));
  return clash ? { reason: 'elsewhere-then', workOrderId: clash.other.workOrderId } : null;
}
