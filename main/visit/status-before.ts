import type { Ruled, StatusSeen } from './commands.ts';
import { replaceVisit } from './edit.ts';
import { isOpen, visitsOf } from './phase.ts';
import { done } from './ruled.ts';
import type { Context, OrderStatus, State } from './types.ts';

/** What every check-in makes of its work order, and a Cancel leaves (seed, API.md). */
export const isOnSite = ({ primary, extended }: OrderStatus): boolean =>
  primary.toUpperCase() === 'IN PROGRESS' && extended?.toUpperCase() === 'ON SITE';

/**
 * A status that was read while its visit's check-in was on its way. Any but the one that a check-in sets was there
 * before it; that one may have been, so it tells nothing.
 */
export function ruleStatusSeen(state: State, { workOrderId, status }: StatusSeen, ctx: Context): Ruled {
  const visit = visitsOf(state, ctx.userId, ctx.server).find(
    (each) => each.workOrderId === workOrderId && isOpen(each) && each.pairs.length === 1,
  );
  if (!visit || visit.statusBefore || isOnSite(status)) return done(state);
  return done(replaceVisit(state, { ...visit, statusBefore: status }));
}
