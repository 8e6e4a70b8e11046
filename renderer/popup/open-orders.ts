import { signal } from '@preact/signals';
import type { OpenOrdersView } from '../../preload/contract.ts';
import { send, snapshot } from '../ui/snapshot.ts';
import { userOf } from './view.ts';

/** The technician's open work orders; null until the first answer. */
export const openOrders = signal<OpenOrdersView | null>(null);

/** The user whose they are. */
let readFor = '';

/** Shows what was read last, and what is read now when that has come. The returned function ends that. */
export function followOpenOrders(): () => void {
  let ended = false;
  const user = userOf(snapshot.peek());
  if (user !== readFor) openOrders.value = null;
  readFor = user;
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
