import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { WHOLE_DIGITS } from '../../main/visit/work-order-number.ts';
import type { StatusesView, WorkOrderView } from '../../preload/contract.ts';
import { send } from '../ui/snapshot.ts';

/** Typing has rested so long, ms. */
const RESTED = 400;

/** A work order whose number was typed, with the statuses that it may have; null while nothing is known of it. */
export interface TypedOrder {
  readonly order: WorkOrderView;
  readonly statuses: StatusesView | null;
}

/** Looks up a number once typing has rested: its work types and statuses can then be chosen. */
export function useTypedOrder(typed: string): TypedOrder | null {
  const found = useSignal<TypedOrder | null>(null);
  useEffect(() => {
    found.value = null;
    if (typed.replaceAll(/\D/g, '').length < WHOLE_DIGITS) return;
    let stale = false;
    const look = async () => {
      const order = await send('work-order:look-up', { workOrder: typed });
      if (stale || !order.ok || !order.value) return;
      found.value = { order: order.value, statuses: null };
      const statuses = await send('work-order:statuses', { workOrderId: order.value.id });
      if (!stale && statuses.ok) found.value = { order: order.value, statuses: statuses.value };
    };
    const timer = setTimeout(() => void look(), RESTED);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [typed]);
  return found.value;
}
