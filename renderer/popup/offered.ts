import { computed } from '@preact/signals';
import type { OpenOrderView } from '../../preload/contract.ts';
import { orderText } from './one-line.ts';
import { openOrders } from './open-orders.ts';
import { matching } from './search.ts';

/** The open work orders that the text in the work order field may mean. */
export const offered = computed<readonly OpenOrderView[]>(() =>
  matching(openOrders.value?.orders ?? [], orderText.value),
);
