import { expect, test } from 'vitest';
import type { OpenOrderView } from '../../../preload/contract.ts';
import { matching } from '../../../renderer/popup/search.ts';

const order = (workOrderId: number, over: Partial<OpenOrderView> = {}): OpenOrderView => ({
  workOrderId,
  store: null,
  storeId: null,
  address: null,
  trade: null,
  description: null,
  due: null,
  timeZone: null,
  ...over,
});
const ORDERS = [
  order(107002896, {
    store: 'Oak Plaza',
    storeId: '0042',
    address: '1 Main Street, Springfield IL',
    trade: 'HVAC',
  }),
  order(107002897, {
    store: 'Café Northwind',
    trade: 'Plumbing',
    description: 'Leak under the sink (50% "off")',
  }),
];
const found = (text: string) => matching(ORDERS, text).map(({ workOrderId }) => workOrderId);

test.each([
  ['', [107002896, 107002897]],
  ['10700289', [107002896, 107002897]],
  ['2897', [107002897]],
  ['oak plaza', [107002896]],
  ['PLAZA oak', [107002896]],
  ['0042', [107002896]],
  ['springfield hvac', [107002896]],
  ['cafe', [107002897]],
  ['%', [107002897]],
  ['"off', [107002897]],
  ["it's nowhere", []],
  ['x'.repeat(400), []],
])('%j', (text, ids) => {
  expect(found(text)).toEqual(ids);
});
