import { expect, test } from 'vitest';
import type { OpenOrders } from '../../../main/storage/open-orders.ts';
import { dueOrders } from '../../../main/views/due.ts';
import { DAY, HOUR, MINUTE } from '../../../main/visit/time.ts';
import { Day } from '../visit/support.ts';

const NOW = new Day().now;
const list = (...due: (number | null)[]): OpenOrders => ({
  readAt: NOW,
  whole: true,
  orders: due.map((at, index) => ({
    id: index + 1,
    store: null,
    storeId: null,
    street: null,
    addition: null,
    city: null,
    state: null,
    trade: null,
    description: null,
    due: at,
    timeZone: null,
  })),
});
const ids = (read: OpenOrders, day = new Day()) =>
  dueOrders(read, day.mine, NOW, 30 * MINUTE).due.map(({ id }) => id);

test('an order is due from so long before on, for two hours after it began; the first one first', () => {
  expect(ids(list(NOW + HOUR, NOW + 20 * MINUTE, NOW - HOUR, NOW - 3 * HOUR, null))).toEqual([3, 2]);
});

test('the next one is known by the instant at which it will be due', () => {
  const read = list(NOW + 2 * HOUR, NOW + HOUR);
  expect(dueOrders(read, [], NOW, 30 * MINUTE).next).toBe(NOW + 30 * MINUTE);
  expect(dueOrders(list(), [], NOW, 30 * MINUTE).next).toBeNull();
});

test('one that was visited is due no more', () => {
  expect(ids(list(NOW), new Day().checkIn(1))).toEqual([]);
});

test('a list of yesterday, or none, names nothing', () => {
  expect(ids({ ...list(NOW), readAt: NOW - DAY - 1 })).toEqual([]);
  expect(dueOrders(null, [], NOW, 0)).toEqual({ due: [], next: null });
});
