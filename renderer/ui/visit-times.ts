import type { Stretch } from '../../main/visit/totals.ts';
import type { VisitView } from '../../preload/contract.ts';

/** The visit's stretches up to `now` (ms): those that ended, and the one that is going, be it the pause itself. */
export function stretchesOf(visit: VisitView, now: number): readonly Stretch[] {
  if (visit.open) return [...visit.closed, { ...visit.open, to: Math.max(now, visit.open.from) }];
  if (!visit.pausedAt) return visit.closed;
  return [...visit.closed, { kind: 'paused', from: visit.pausedAt.ms, to: Math.max(now, visit.pausedAt.ms) }];
}

/** Time of one kind in ms. */
export const timeOf = (stretches: readonly Stretch[], kind: Stretch['kind']): number =>
  stretches.reduce((ms, stretch) => (stretch.kind === kind ? ms + stretch.to - stretch.from : ms), 0);
