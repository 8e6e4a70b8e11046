import { computed, signal } from '@preact/signals';
import type { OpenOrdersView, OpenOrderView } from '../../preload/contract.ts';
import { send } from '../ui/snapshot.ts';
import { orderText } from './one-line.ts';
import { matching } from './search.ts';

/** The technician's open work orders; null until the first answer. */
export const openOrders = signal<OpenOrdersView | null>(null);

/** Those that the text in the work order field may mean. */
export const offered = computed<readonly OpenOrderView[]>(() =>
  matching(openOrders.value?.orders ?? [], orderText.value),
);

/** Shows what was read last, and what is read now when that has come. The returned function ends that. */
export function followOpenOrders(): () => void {
  let ended = false;
  const show = (orders: OpenOrdersView) => {
    if (!ended) openOrders.value = orders;
  };
  void send('orders:list', null)
    .then(show)
    .then(() => send('orders:refresh', null))
    .then(show);
  return () => {
    ended = true;
  };
}
