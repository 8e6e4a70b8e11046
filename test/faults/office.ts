import type { Report, Visit } from '../../main/visit/types.ts';
import type { WorkActivity, WorkOrder } from '../sandbox/records.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Doing } from './plan.ts';
import { ORDERS, PERSON, type World } from './world.ts';

/** An act of the client's office that no technician sees. */
type Deed = Extract<Doing, { what: 'office' }>['deed'];

const CLOSED = { status: 400, code: 921, message: "Cannot update work order in 'completed' status" };
const TOO_OLD = { status: 400, code: 503, message: 'Check In/Out is out of date' };

const MINUTE = 60_000;

const BROKEN = { status: 500, code: null, message: 'Object reference not set to an instance of an object.' };

const openOf = (sandbox: Sandbox, order: WorkOrder): WorkActivity | undefined =>
  sandbox.state.activities.findLast(
    ({ workOrderId, userId, timeOut }) =>
      workOrderId === order.id && userId === PERSON.userId && timeOut === null,
  );

/** The client's automatic check-out, at a second that no click of ours has. */
function closes({ closedByOffice }: World, open: WorkActivity, now: number): void {
  const at = Math.max(open.timeIn + 1000, Math.floor(now / 1000) * 1000 - 7000);
  open.timeOut = at;
  closedByOffice.push({ workOrderId: open.workOrderId, at });
}

/** The check-in is gone as if it had never been made. */
function takesAway({ sandbox: { state }, takenAway, gone }: World, open: WorkActivity): void {
  gone.push(open);
  state.activities = state.activities.filter((each) => each !== open);
  state.events = state.events.filter(({ activityId }) => activityId !== open.id);
  const record = state.reports.findLast(
    ({ kind, mechanicId }) => kind === 'check-in' && mechanicId === open.mechanicId,
  );
  state.reports = state.reports.filter((each) => each !== record);
  if (record) takenAway.push(record);
}

/** The client's office gives a stay other times: it begins a little later and ends earlier. */
function changesTimes({ sandbox, disk, meddled, changed }: World, order: WorkOrder): void {
  const stay = sandbox.state.activities.findLast(
    ({ workOrderId, userId, timeIn, timeOut }) =>
      workOrderId === order.id &&
      userId === PERSON.userId &&
      timeOut !== null &&
      timeOut - timeIn > 10 * MINUTE,
  );
  if (!stay?.timeOut || disk.waitsAt(order.id)) return;
  meddled.add(order.id);
  changed.push({ activity: stay, from: stay.timeIn, to: stay.timeOut });
  stay.timeIn += 2 * MINUTE;
  stay.timeOut -= 3 * MINUTE;
}

function refuses(order: WorkOrder, refusal: WorkOrder['refusesCheckIn']): void {
  order.refusesCheckIn = refusal;
  order.refusesCheckOut = refusal;
}

/** Does one deed to one of the plan's work orders. */
export function office(world: World, index: number, deed: Deed): void {
  const { sandbox } = world;
  const order = sandbox.state.workOrders.find(({ id }) => id === (ORDERS[index] ?? ORDERS[0]));
  const open = order && openOf(sandbox, order);
  if (!order) return;
  if (deed === 'closes the order') refuses(order, CLOSED);
  if (deed === 'calls it out of date') refuses(order, TOO_OLD);
  if (deed === 'breaks the order') refuses(order, BROKEN);
  if (deed === 'reopens the order') refuses(order, null);
  if (deed === 'changes the times') changesTimes(world, order);
  if (!open || (deed !== 'closes the pair' && deed !== 'takes the check-in away')) return;
  world.meddled.add(order.id);
  if (deed === 'closes the pair') closes(world, open, world.time.now());
  else takesAway(world, open);
}

/** A completed work order is opened again, so that what is open there can be checked out. */
export function reopens({ sandbox, meddled }: World, workOrderId: number): void {
  const order = sandbox.state.workOrders.find(({ id }) => id === workOrderId);
  if (order?.status.primary !== 'COMPLETED') return;
  meddled.add(workOrderId);
  order.status = { primary: 'IN PROGRESS', extended: null };
}

/** Every work order takes check-ins again. */
export function reopenAll(sandbox: Sandbox): void {
  for (const order of sandbox.state.workOrders)
    if (ORDERS.some((id) => id === order.id)) refuses(order, null);
}

/** A check-out that the office made: ServiceChannel holds it, by no request of ours. */
export function isByOffice(
  { closedByOffice }: World,
  { workOrderId, pairs }: Visit,
  report: Report,
): boolean {
  const { delivery } = report;
  const pair = pairs.find(({ checkOut }) => checkOut === report);
  if (delivery.state !== 'recorded' || !pair) return false;
  const ends = [report.at.ms, pair.leftOpen?.closedAt];
  // Here it ends before its technician was elsewhere, though the office closed it a little later.
  const isEndedHere = (at: number) => pair.givenUp.length > 0 && report.at.ms < at;
  const isIt = ({ at }: { readonly at: number }) =>
    delivery.by === 'read-back'
      ? ends.includes(at) || isEndedHere(at)
      : delivery.by === 'technician' && at > pair.checkIn.at.ms;
  return closedByOffice.some((each) => each.workOrderId === workOrderId && isIt(each));
}
