import type { OpenOrderView } from '../../preload/contract.ts';

/** Letters without their accents and case: `Café` is found by `cafe`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A search is over by then: longer texts were pasted by mistake (characters). */
const LONGEST = 300;

/** The orders that have every word of the text in their number, store, address, trade or description. */
export function matching(orders: readonly OpenOrderView[], text: string): readonly OpenOrderView[] {
  const words = plain(text.slice(0, LONGEST)).split(/\s+/).filter(Boolean);
  if (words.length === 0) return orders;
  return orders.filter(({ workOrderId, store, storeId, address, trade, description }) => {
    const about = plain([workOrderId, store, storeId, address, trade, description].filter(Boolean).join(' '));
    return words.every((word) => about.includes(word));
  });
}
