import type { DayView } from '../../preload/contract.ts';
import { currentVisit, lastPair, neverBegan } from '../visit/phase.ts';
import { HOUR } from '../visit/time.ts';
import { stretches } from '../visit/totals.ts';
import { TRAVEL, type Visit } from '../visit/types.ts';

/** A day is drawn with the night before it: nothing older is. */
const DRAWN = 36 * HOUR;

/** The stretches of one visit; the one that is going on has no end. A pause goes on in the visit that is shown alone. */
function partsOf(visit: Visit, isShown: boolean, now: number): DayView {
  const pair = lastPair(visit);
  if (!pair || neverBegan(visit)) return [];
  const isLongAgo = pair.checkOut !== null && pair.checkOut.at.ms <= now - DRAWN;
  if (isLongAgo && !isShown) return [];
  const { workOrderId } = visit;
  const ended = stretches(visit, now).map((stretch) => ({ ...stretch, workOrderId }));
  if (!pair.checkOut) {
    const kind = pair.workTypeId === TRAVEL ? 'travel' : 'on site';
    return [...ended.slice(0, -1), { workOrderId, kind, from: pair.checkIn.at.ms, to: null }];
  }
  const isPaused = isShown && pair.checkOut.leaving.action === 'Cancel';
  return isPaused ? [...ended, { workOrderId, kind: 'paused', from: pair.checkOut.at.ms, to: null }] : ended;
}

/** The latest stretches of work on all work orders, in order of time. @param now corrected instant, ms */
export function dayView(visits: readonly Visit[], now: number): DayView {
  const shown = currentVisit(visits);
  return visits
    .flatMap((visit) => partsOf(visit, visit === shown, now))
    .filter(({ to }) => to === null || to > now - DRAWN)
    .sort((a, b) => a.from - b.from);
}
