import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { WHOLE_DIGITS } from '../../main/visit/work-order-number.ts';
import type { WorkOrderView } from '../../preload/contract.ts';
import { send } from '../ui/snapshot.ts';

/** Typing has rested so long, ms. */
const RESTED = 400;

/** The work order whose number was typed, once typing has rested; null while nothing is known of it. */
export function useTypedOrder(typed: string): WorkOrderView | null {
  const found = useSignal<WorkOrderView | null>(null);
  useEffect(() => {
    found.value = null;
    if (typed.replaceAll(/\D/g, '').length < WHOLE_DIGITS) return;
    let stale = false;
    const look = async () => {
      const order = await send('work-order:look-up', { workOrder: typed });
      if (!stale && order.ok) found.value = order.value;
    };
    const timer = setTimeout(() => void look(), RESTED);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [typed]);
  return found.value;
}
