import { computed } from '@preact/signals';
import { parseTechnicians } from '../../main/visit/numbers.ts';
import { parseWorkOrder } from '../../main/visit/work-order-number.ts';
import type { OpenOrderView } from '../../preload/contract.ts';
import { hasHalves } from '../../words/dates.ts';
import { now } from '../ui/clock.ts';
import { locale } from '../ui/snapshot.ts';
import { meantTime } from './line-time.ts';
import { offered } from './offered.ts';
import { line, orderText } from './one-line.ts';
import { openOrders } from './open-orders.ts';
import { type CheckInDraft, checkInDraft } from './view.ts';

/** The check-in that the field's text means. */
export interface Meant {
  /** The draft with everything in its own field. */
  readonly draft: CheckInDraft;
  /** The open order that a text means; null where a number was typed. */
  readonly order: OpenOrderView | null;
  /** It can mean nothing else: Enter does it. Else Enter only fills it in. */
  readonly sure: boolean;
  readonly sureTime: boolean;
}

/** Puts what the field's text says into the fields, with this number as the order. */
export function filledIn(workOrder: string): Pick<Meant, 'draft' | 'sureTime'> {
  const draft = checkInDraft.value;
  const said = line.value;
  const meant = said?.time ? meantTime(said.time, now.value, hasHalves(locale.value)) : null;
  return {
    draft: {
      ...draft,
      workOrder,
      technicians: said?.technicians ?? draft.technicians,
      time: meant ? { ...meant.time, open: true } : draft.time,
    },
    sureTime: meant?.sure ?? true,
  };
}

const canBe = (technicians: string | null | undefined): boolean =>
  technicians == null || parseTechnicians(technicians).ok;

/**
 * Null where the text is no number and means no open order, or more than one. A text alone is a search, and never sure;
 * nor is one that may mean an order that was not read.
 */
export const meant = computed<Meant | null>(() => {
  const text = orderText.value;
  if (parseWorkOrder(text).ok) {
    const filled = filledIn(text);
    return { ...filled, order: null, sure: filled.sureTime && canBe(line.value?.technicians) };
  }
  const [order, ...others] = offered.value;
  if (/^[\s\d]*$/.test(text) || !order || others.length > 0) return null;
  const filled = filledIn(String(order.workOrderId));
  const isOnly = line.value !== null && openOrders.value?.whole === true;
  return { ...filled, order, sure: isOnly && filled.sureTime && canBe(line.value?.technicians) };
});

/** The field's text says a store, an address or a word, not a number, and there is a list to look for it in. */
const isSearch = computed<boolean>(() => {
  const parsed = parseWorkOrder(orderText.value);
  const isText = !parsed.ok && parsed.fault === 'not-digits' && /\p{L}/u.test(orderText.value);
  return isText && openOrders.value?.readAt != null;
});

/** The field's text is more than a number: below the field it says what Enter makes of it. */
export const isLine = computed<boolean>(() => line.value !== null || isSearch.value);

/** Such a text means no order, or several. */
export const meansNone = computed<'none' | 'several' | null>(() => {
  if (!isLine.value || meant.value) return null;
  return offered.value.length > 1 ? 'several' : 'none';
});
