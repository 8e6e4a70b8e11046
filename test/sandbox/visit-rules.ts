import { colleague, subscriberOf, type UserCall } from './call.ts';
import { ERROR_NAMES, type ErrorCode, noPermission, Refusal, wrongField } from './errors.ts';
import type { ForcedRefusal, WorkOrder } from './records.ts';
import { DAY, HOUR } from './times.ts';

/** Which of the two calls is being judged; a check-in answers 924 where a check-out answers 925. */
export type Direction = 'in' | 'out';

/** The type of work whose check-out sets the status; travel and custom types leave it alone. */
export const REPAIR = 1;

const OLDEST = 7 * DAY;
const FURTHEST_AHEAD = 24 * HOUR;
const CLOSED_TO_VISITS = ['CANCELLED', 'NO CHARGE', 'INVOICED'];

/** Throws the refusal that a check-in or check-out at `time` (milliseconds since 1970) meets, if any. */
export function checkVisit(
  call: UserCall,
  order: WorkOrder,
  direction: Direction,
  userId: number,
  time: number,
): void {
  colleague(call, userId);
  checkXmlPermission(call, order);
  checkForcedRefusal(direction === 'in' ? order.refusesCheckIn : order.refusesCheckOut);
  checkStatus(order, direction);
  if (!order.inGpsProgramme) {
    throw notAllowed(
      direction,
      'Your client is not participating in the GPS check-in process. Use IVR instead',
    );
  }
  checkTime(order, direction, time, call.now);
}

/** Throws 921 when a work order is completed and not waiting to be confirmed. */
export function refuseCompleted(order: WorkOrder): void {
  const { primary, extended } = order.status;
  if (primary !== 'COMPLETED' || extended === 'PENDING CONFIRMATION') return;
  throw new Refusal(400, 921, "Cannot update work order in 'completed' status");
}

/** A 924 or 925. */
export function notAllowed(direction: Direction, message: string): Refusal {
  return new Refusal(400, direction === 'in' ? 924 : 925, message);
}

function checkXmlPermission(call: UserCall, order: WorkOrder): void {
  const { xmlPermission } = subscriberOf(call.state, order);
  if (xmlPermission === 'locationNeeded') {
    throw wrongField('Provide your location to perform checkin/checkout');
  }
  if (xmlPermission === 'noPermission') throw noPermission('You have no permission to perform this action');
  if (xmlPermission === 'unauthorized') throw new Refusal(401, 504, 'Access denied');
}

function checkForcedRefusal(forced: ForcedRefusal | null): void {
  if (!forced) return;
  const code = forced.code === null ? null : knownCode(forced.code);
  throw new Refusal(forced.status, code, forced.message);
}

function knownCode(code: number): ErrorCode {
  const isKnown = (value: number): value is ErrorCode => value in ERROR_NAMES;
  if (!isKnown(code)) throw new Error(`Unknown error code ${code} in a work order's refusal`);
  return code;
}

function checkStatus(order: WorkOrder, direction: Direction): void {
  if (order.isVoided) throw notAllowed(direction, 'Work order is voided');
  if (order.isInvoiced) throw notAllowed(direction, 'Work order is already invoiced');
  refuseCompleted(order);
  if (CLOSED_TO_VISITS.includes(order.status.primary)) {
    throw notAllowed(direction, `Work order status ${order.status.primary} does not allow to check in/out`);
  }
}

function checkTime(order: WorkOrder, direction: Direction, time: number, now: number): void {
  if (order.isMaintenance && time < order.callDate) {
    throw notAllowed(
      direction,
      'No changes can be made to this maintenance work order because it is premature',
    );
  }
  if (order.isMaintenance && order.expirationDate !== null && time > order.expirationDate) {
    throw notAllowed(
      direction,
      'No changes can be made to this maintenance work order because it is expired',
    );
  }
  if (time > now + FURTHEST_AHEAD) {
    throw wrongField('Check In/Out time should be close to current location time');
  }
  if (time < now - OLDEST) throw wrongField('Check In/Out is out of date');
  if (time < order.callDate) throw wrongField('Check In/Out is premature');
}
