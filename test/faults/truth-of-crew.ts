import { isSettled, livePairs, reportsOf, technicianOf, visitsOf } from '../../main/visit/phase.ts';
import type { Owner, Pair, Report, State, Visit } from '../../main/visit/types.ts';
import type { App } from './app.ts';
import { ORDERS, type World } from './world.ts';

/** ServiceChannel holds of a crew what each of them lived, in their own name. */

const iso = (ms: number | null) => (ms === null ? 'open' : new Date(ms).toISOString().slice(5, 19));

/** ServiceChannel holds this side of a pair. */
function isThere({ sandbox }: World, visit: Visit, pair: Pair, report: Report): boolean {
  return sandbox.state.activities.some(
    (each) =>
      each.workOrderId === visit.workOrderId &&
      each.userId === pair.userId &&
      each.timeIn === pair.checkIn.at.ms &&
      (report === pair.checkIn || each.timeOut === report.at.ms),
  );
}

/** Answers what is asked about the owner's reports, as a person does who looks it up. */
export function answerTruthfully(world: World, app: App, owner: Owner): void {
  for (const visit of visitsOf(app.visits.state, owner))
    for (const pair of visit.pairs)
      for (const report of [pair.checkIn, ...(pair.checkOut ? [pair.checkOut] : [])]) {
        const { state } = report.delivery;
        if (state !== 'unconfirmed' && state !== 'refused') continue;
        const there = state === 'unconfirmed' && isThere(world, visit, pair, report);
        const type = there ? 'it-was-recorded' : 'send-again';
        world.note(`${type} ${report.id}: ${JSON.stringify(app.act({ type, reportId: report.id }))}`);
      }
}

const textOf = (userId: number, workOrderId: number, count: number, from: number, until: number | null) =>
  `${userId} on ${workOrderId}, ${count} technicians, ${iso(from)} to ${iso(until)}`;

/** The pairs of one user as this computer has them. */
const believed = ({ visits }: State, userId: number): readonly string[] =>
  visits
    .filter((visit) => technicianOf(visit) === userId)
    .flatMap((visit) =>
      livePairs(visit).map((pair) =>
        textOf(
          pair.userId,
          visit.workOrderId,
          pair.techsCount,
          pair.checkIn.at.ms,
          pair.checkOut?.at.ms ?? null,
        ),
      ),
    )
    .toSorted();

/** Compares each user's pairs with ServiceChannel's activities, one with one. */
export function judgeCrew(world: World, state: State, userIds: readonly number[]): void {
  for (const report of state.visits.flatMap(reportsOf))
    if (!isSettled(report)) world.violate(`still ${report.delivery.state}: ${report.id}`);
  for (const visit of state.visits)
    if (visit.pairs.some(({ userId }) => userId !== technicianOf(visit)))
      world.violate(`two users in one visit: ${visit.id}`);
  for (const userId of userIds) {
    const held = world.sandbox.state.activities
      .filter((each) => each.userId === userId && ORDERS.some((id) => id === each.workOrderId))
      .map((each) => textOf(userId, each.workOrderId, each.techsCount, each.timeIn, each.timeOut))
      .toSorted();
    const here = believed(state, userId);
    if (held.length === 0 || here.join('\n') !== held.join('\n'))
      world.violate(`believed\n${here.join('\n')}\nheld\n${held.join('\n')}`);
  }
}
