import type { Obstacle } from '../../preload/contract.ts';
import type { WorkOrder } from '../servicechannel/client.ts';

/** The one completed status that takes check-ins (API.md, Check-in and check-out). */
const STILL_OPEN = 'PENDING CONFIRMATION';

/** Statuses are the client's own words, upper case, and not a closed set: only what certainly ends an order counts. */
const ENDED: ReadonlyMap<string, Obstacle> = new Map([
  ['INVOICED', 'invoiced'],
  ['CANCELLED', 'cancelled'],
  ['CANCELED', 'cancelled'],
  ['VOID', 'cancelled'],
  ['VOIDED', 'cancelled'],
]);

const same = (text: string | null): string => (text ?? '').trim().toUpperCase();

/** The weightiest known hindrance to a check-in or check-out on a work order; null: none. */
export function obstacleOf(
  order: Pick<WorkOrder, 'statusPrimary' | 'statusExtended' | 'isInvoiced' | 'isExpired'>,
): Obstacle | null {
  if (order.isInvoiced) return 'invoiced';
  const ended = ENDED.get(same(order.statusPrimary));
  if (ended) return ended;
  if (same(order.statusPrimary) === 'COMPLETED' && same(order.statusExtended) !== STILL_OPEN)
    return 'completed';
  return order.isExpired ? 'expired' : null;
}
