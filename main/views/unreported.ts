import type { UnreportedView } from '../../preload/contract.ts';
import { lastPair, livePairs, neverBegan, openVisit, phaseOf } from '../visit/phase.ts';
import type { Pair, Visit } from '../visit/types.ts';

/** Paused by the click that made this check-in: the technician switched. */
function pausedFor({ checkIn }: Pair, visits: readonly Visit[]): UnreportedView['paused'] {
  for (const visit of visits) {
    const { checkOut } = lastPair(visit) ?? {};
    if (phaseOf(visit) === 'paused' && checkOut?.seq === checkIn.seq - 1 && checkOut.at.ms === checkIn.at.ms)
      return { visitId: visit.id, workOrderId: visit.workOrderId, at: checkOut.at };
  }
  return null;
}

/**
 * Check-ins that ServiceChannel refused, whose technician may be there all the same: they have been nowhere else since.
 * Their time runs here only.
 */
export function unreportedOf(visits: readonly Visit[]): readonly UnreportedView[] {
  if (openVisit(visits)) return [];
  const latest = Math.max(...visits.flatMap(livePairs).map(({ checkIn }) => checkIn.seq));
  return visits.flatMap((visit) => {
    const [pair] = livePairs(visit);
    if (!pair || pair.checkOut || !neverBegan(visit) || pair.checkIn.seq !== latest) return [];
    return [{ reportId: pair.checkIn.id, since: pair.checkIn.at, paused: pausedFor(pair, visits) }];
  });
}
