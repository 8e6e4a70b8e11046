import { orderOf } from '../../main/visit/phase.ts';
import type { Report, Visit } from '../../main/visit/types.ts';
import { isMeddledWith } from './receipts.ts';
import { PERSON, type World } from './world.ts';

/**
 * Checks a refusal of our own: it says that there is no one work activity which a step could mean. Where nobody else had
 * a hand in the record, that is so only of two that began in the same second; and never of a record that was changed, where
 * the correction says how it is held.
 */
export function judgeOwnRefusal(world: World, visit: Visit, report: Report): void {
  const { delivery } = report;
  if (delivery.state !== 'refused' || delivery.problem.reason !== 'not-on-record') return;
  const id = orderOf(visit, report);
  const held = report.kind === 'activity' && report.held;
  const { readBackUsers, readBackTimes } = world.sandbox.config;
  // Times of another zone without an offset, or entries that name nobody, cannot be told.
  if (readBackUsers === 'none' || readBackTimes === 'bareLocal' || (isMeddledWith(world, id) && !held))
    return;
  const from = held ? held.from.ms : report.kind === 'deletion' ? report.from.ms : report.at.ms;
  const there = world.sandbox.state.activities.filter(
    ({ workOrderId, userId, timeIn }) => workOrderId === id && userId === PERSON.userId && timeIn === from,
  );
  if (held ? there.length === 1 : there.length < 2)
    world.violate(`not to be found, of ${there.length} that began then: ${report.kind} ${report.id}`);
}
