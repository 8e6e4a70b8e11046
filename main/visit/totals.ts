import { livePairs } from './phase.ts';
import { TRAVEL, type Visit } from './types.ts';

/** A stretch of a visit, ms since the epoch. What lies between two pairs is a pause. */
export interface Stretch {
  readonly kind: 'on site' | 'travel' | 'paused';
  readonly from: number;
  readonly to: number;
}

/** The visit as stretches in order; one that is still going ends at `now` (ms). Nothing is counted twice or left out. */
export function stretches(visit: Visit, now: number): readonly Stretch[] {
  const made: Stretch[] = [];
  for (const pair of livePairs(visit)) {
    const from = pair.checkIn.at.ms;
    const before = made.at(-1);
    if (before && before.to < from) made.push({ kind: 'paused', from: before.to, to: from });
    const to = Math.max(from, pair.checkOut?.at.ms ?? now);
    made.push({ kind: pair.workTypeId === TRAVEL ? 'travel' : 'on site', from, to });
  }
  return made;
}

export interface Totals {
  readonly onSite: number;
  readonly travel: number;
  readonly paused: number;
}

/** Time by kind, in ms. Pauses count between pairs only: after the last check-out nothing runs. */
export function totals(visit: Visit, now: number): Totals {
  const sum = (kind: Stretch['kind']) =>
    stretches(visit, now).reduce((ms, s) => (s.kind === kind ? ms + s.to - s.from : ms), 0);
  return { onSite: sum('on site'), travel: sum('travel'), paused: sum('paused') };
}

/** Pairs whose two answers carried different MechanicIds, which nobody has noted yet (rule 4). */
export function differingMechanicIds(visit: Visit) {
  return livePairs(visit).flatMap((pair) => {
    const into = pair.checkIn.delivery;
    const out = pair.checkOut?.delivery;
    if (pair.noted || into.state !== 'recorded' || out?.state !== 'recorded') return [];
    if (into.mechanicId === null || out.mechanicId === null || into.mechanicId === out.mechanicId) return [];
    return [{ pairId: pair.id, checkIn: into.mechanicId, checkOut: out.mechanicId }];
  });
}
