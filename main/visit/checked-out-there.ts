import { type CheckedOutThere, done, NOT_NOW, type Ruled } from './commands.ts';
import { again, closePair, openPair, replaceVisit, setDelivery } from './edit.ts';
import { completeWith, PAUSE, UNCHANGED } from './leaving.ts';
import { lastPair, phaseOf, visitsOf } from './phase.ts';
import { toStamp } from './time.ts';
import type { Context, Pair, Stamp, State, Visit } from './types.ts';

/** The pair as ServiceChannel holds it: closed at that time, without a report of ours. */
function closedThere(
  state: State,
  visit: Visit,
  ctx: Context,
  at: Stamp,
  leaving: Parameters<typeof closePair>[4],
): State {
  const closed = closePair(state, visit, ctx, at, leaving);
  const checkOut = lastPair(again(closed, visit))?.checkOut;
  if (!checkOut) return closed;
  const recorded = { state: 'recorded', mechanicId: null, by: 'read-back' } as const;
  return replaceVisit(closed, setDelivery(again(closed, visit), checkOut.id, recorded));
}

/** May ServiceChannel have closed this pair then? */
const mayBeClosed = ({ checkIn }: Pair, at: Stamp, now: number): boolean =>
  checkIn.delivery.state === 'recorded' && at.ms >= checkIn.at.ms && at.ms <= now;

/**
 * ServiceChannel checked the technician out by itself, while they were on site here. It holds that already: a technician
 * who was still there checks in anew from then on; one who left then has nothing to report.
 */
export function ruleCheckedOutThere(state: State, command: CheckedOutThere, ctx: Context): Ruled {
  const visit = visitsOf(state, ctx.owner).find(({ id }) => id === command.visitId);
  const pair = visit && lastPair(visit);
  const at = toStamp(command.at, ctx.offsetAt);
  if (!pair || phaseOf(visit) !== 'on site' || !mayBeClosed(pair, at, ctx.now)) return NOT_NOW;
  if (command.type === 'left-then') return done(closedThere(state, visit, ctx, at, completeWith(UNCHANGED)));
  const left = closedThere(state, visit, ctx, at, PAUSE);
  return done(openPair(left, again(left, visit), ctx, at, pair));
}
