import type { ContinueCommand } from '../../main/visit/commands.ts';
import { openVisit } from '../../main/visit/phase.ts';
import type { Report, State, Visit } from '../../main/visit/types.ts';
import { addCheckInElsewhere } from '../sandbox/control-edits.ts';
import type { WorkActivity } from '../sandbox/records.ts';
import type { App } from './app.ts';
import { sentAt } from './truth-of-steps.ts';
import { ORDERS, PERSON, type World } from './world.ts';

/** Check-ins that the technician makes on the phone: ServiceChannel holds them by no request of ours. */

/** So many of the work orders take a check-in at any time. */
const PLAIN = 3;

/** The check-in on the phone that is open. */
export const openOnThePhone = ({ sandbox, madeElsewhere }: World): WorkActivity | undefined =>
  sandbox.state.activities.find((each) => each.timeOut === null && madeElsewhere.includes(each));

/** Checks in on the phone, while no visit is on site by the app; or out again there. */
export function onThePhone(world: World, app: App | null, index: number): void {
  const { sandbox, madeElsewhere, closedByOffice } = world;
  // A second that no click of ours has.
  const now = Math.floor(world.time.now() / 1000) * 1000 - 3000;
  const open = openOnThePhone(world);
  const isContinued = open && app && continuedBy(app, open);
  if (open && !isContinued) {
    open.timeOut = Math.max(open.timeIn, now);
    closedByOffice.push({ workOrderId: open.workOrderId, at: open.timeOut });
  }
  if (open || !app || openVisit(app.visits.state.visits)) return;
  // One user is on site at one place.
  if (sandbox.state.activities.some(({ userId, timeOut }) => userId === PERSON.userId && timeOut === null))
    return;
  const workOrderId = ORDERS[index % PLAIN] ?? ORDERS[0];
  const made = addCheckInElsewhere(sandbox, {
    workOrderId,
    userId: PERSON.userId,
    timeIn: new Date(now).toISOString(),
  });
  madeElsewhere.push(made);
  world.calledAt.set(made, made.timeIn);
}

const continuedBy = (app: App, { workOrderId, timeIn }: WorkActivity): boolean =>
  app.visits.state.visits.some(
    (visit) =>
      visit.workOrderId === workOrderId && visit.pairs.some(({ checkIn }) => checkIn.at.ms === timeIn),
  );

/** The act that goes on in the app with the check-in that was made on the phone; null where there is none. */
export function continued(world: World, app: App): ContinueCommand | null {
  const open = openOnThePhone(world);
  if (!open || continuedBy(app, open)) return null;
  const { workOrderId, timeIn, workTypeId, techsCount } = open;
  return { type: 'continue', workOrderId, at: timeIn, workTypeId, techsCount };
}

/** How many check-ins of this second ServiceChannel holds by requests of ours. */
const sentIn = ({ sandbox }: World, workOrderId: number, at: number): number =>
  sandbox.reports.filter(
    ({ kind, workOrderId: order, body }) =>
      kind === 'check-in' && order === workOrderId && Date.parse(JSON.parse(body).CheckInTime) === at,
  ).length;

/**
 * A check-in that was made on the phone, and continued here; unless the office took it away and it was sent anew. One of
 * the same second may be ours: a visit that was moved away from there, and back again. Of several, those that were made
 * last here are the ones that were sent, and no more are from elsewhere than were made on the phone.
 */
export function isFromElsewhere(world: World, { visits }: State, visit: Visit, report: Report): boolean {
  const { workOrderId } = visit;
  const { kind, delivery, seq } = report;
  if (kind !== 'check-in' || delivery.state !== 'recorded' || delivery.by !== 'read-back') return false;
  const own = visit.pairs.find(({ checkIn }) => checkIn.id === report.id);
  // The office may have given the stay other times since, and the technician too.
  const began = own && sentAt(visit, own, own.checkIn);
  const phoned = world.madeElsewhere.filter(
    (each) => each.workOrderId === workOrderId && world.calledAt.get(each) === began,
  );
  const sinceThis = visits
    .filter((other) => other.workOrderId === workOrderId)
    .flatMap((other) => other.pairs.filter((pair) => sentAt(other, pair, pair.checkIn) === began))
    .filter(({ checkIn }) => checkIn.delivery.state === 'recorded' && checkIn.seq >= seq);
  const unsent = began === undefined ? 0 : sinceThis.length - sentIn(world, workOrderId, began);
  return unsent > 0 && unsent <= phoned.length;
}
