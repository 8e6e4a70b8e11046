import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OpenOrderView } from '../../../preload/contract.ts';
import { filledIn, isLine, meansNone, meant } from '../../../renderer/popup/meant.ts';
import { openOrders } from '../../../renderer/popup/open-orders.ts';
import { changeCheckIn } from '../../../renderer/popup/view.ts';
import { snapshot } from '../../../renderer/ui/snapshot.ts';
import { NO_TIME } from '../../../renderer/ui/time-draft.ts';
import { SNAPSHOT } from './fixtures.ts';

const order = (workOrderId: number, store: string): OpenOrderView => ({
  workOrderId,
  store,
  storeId: null,
  address: null,
  trade: null,
  description: null,
  due: null,
  timeZone: null,
});
const ORDERS = [
  order(107002931, 'Oak Plaza'),
  order(107002911, 'Harbor Mall'),
  order(107002760, 'Harbor View'),
];

// The window's clock starts when its module is read.
vi.hoisted(() => void vi.setSystemTime(new Date('2026-11-24T14:10')));
afterAll(() => void vi.useRealTimers());

beforeEach(() => {
  snapshot.value = SNAPSHOT;
  openOrders.value = { orders: ORDERS, readAt: 0, whole: true };
  changeCheckIn({ technicians: null, time: NO_TIME });
});

const type = (workOrder: string) => {
  changeCheckIn({ workOrder });
  return meant.value;
};

describe('Enter does', () => {
  test.each(['107002896', '107002896 13:30', '107002896 -20m', 'oak plaza 2 techs', 'oak 2 techs -1h'])(
    '%s',
    (text) => expect(type(text)).toMatchObject({ sure: true }),
  );
  test('what is shown, with everything in its own field', () => {
    expect(type('oak plaza 13:30, 2 techs')).toMatchObject({
      draft: {
        workOrder: '107002931',
        technicians: '2',
        time: { value: '2026-11-24T13:30', open: true },
      },
      order: { store: 'Oak Plaza' },
    });
  });
});

describe('Enter only fills in', () => {
  test.each([
    ['a search alone', 'oak plaza'],
    ['a time to come', '107002896 16:30'],
    ['technicians who cannot be', '107002896 0 techs'],
  ])('%s', (_, text) => expect(type(text)).toMatchObject({ sure: false }));

  test('a text that may mean an order that was not read', () => {
    openOrders.value = { orders: ORDERS, readAt: 0, whole: false };
    expect(type('oak plaza 2 techs')).toMatchObject({ sure: false, draft: { workOrder: '107002931' } });
  });
});

test.each(['harbor 2 techs', 'elm street 2 techs'])('%s means no one order', (text) =>
  expect(type(text)).toBeNull(),
);

test('an order that is picked from several takes the rest of the line along', () => {
  type('harbor -20m, 3 techs');
  expect(filledIn('107002911').draft).toMatchObject({
    workOrder: '107002911',
    technicians: '3',
    time: { value: '2026-11-24T13:50', open: true },
  });
});

describe('below the field', () => {
  test.each([
    ['oak plaza', true, null],
    ['harbor', true, 'several'],
    ['no such store', true, 'none'],
    ['no such store 2 techs', true, 'none'],
    ['107002896', false, null],
    ['10700', false, null],
    ['', false, null],
  ])('of %s it is said what Enter does: %s; it means no order: %s', (text, isSaid, none) => {
    type(text);
    expect(isLine.value).toBe(isSaid);
    expect(meansNone.value).toBe(none);
  });

  test('nothing is said of a search before the list was read', () => {
    openOrders.value = { orders: [], readAt: null, whole: true };
    type('oak plaza');
    expect(isLine.value).toBe(false);
  });
});
