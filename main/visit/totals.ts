import { livePairs } from './phase.ts';
import { type Stamp, TRAVEL, type Visit } from './types.ts';

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

/** A visit's ended stretches, and the one that goes on. */
export interface Course {
  readonly closed: readonly Stretch[];
  readonly open: { readonly kind: Stretch['kind']; readonly from: number } | null;
  readonly pausedAt: Stamp | null;
}

/** The stretches of a visit up to `now` (ms): those that ended, and the one that is going on, be it the pause itself. */
export function stretchesUpTo({ closed, open, pausedAt }: Course, now: number): readonly Stretch[] {
  if (open) return [...closed, { ...open, to: Math.max(now, open.from) }];
  if (!pausedAt) return closed;
  return [...closed, { kind: 'paused', from: pausedAt.ms, to: Math.max(now, pausedAt.ms) }];
}

/** Time of one kind in ms. */
export const timeOf = (all: readonly Stretch[], kind: Stretch['kind']): number =>
  all.reduce((ms, stretch) => (stretch.kind === kind ? ms + stretch.to - stretch.from : ms), 0);

/** Pairs whose two answers carried different MechanicIds, which were not noted yet (rule 4). */
export function differingMechanicIds(visit: Visit) {
  return livePairs(visit).flatMap((pair) => {
    const into = pair.checkIn.delivery;
    const out = pair.checkOut?.delivery;
    if (pair.noted || into.state !== 'recorded' || out?.state !== 'recorded') return [];
    if (into.mechanicId === null || out.mechanicId === null || into.mechanicId === out.mechanicId) return [];
    return [{ pairId: pair.id, checkIn: into.mechanicId, checkOut: out.mechanicId }];
  });
}
