import { expect, test } from 'vitest';
import { obstacleOf } from '../../../main/views/obstacles.ts';

const order = (statusPrimary: string | null, statusExtended: string | null = null, over = {}) =>
  obstacleOf({ statusPrimary, statusExtended, isInvoiced: null, isExpired: null, ...over });

test.each([
  ['COMPLETED', null, 'completed'],
  ['Completed ', '', 'completed'],
  ['COMPLETED', 'NO CHARGE', 'completed'],
  ['COMPLETED', 'PENDING CONFIRMATION', null],
  ['Completed', 'Pending Confirmation', null],
  ['INVOICED', null, 'invoiced'],
  ['CANCELLED', null, 'cancelled'],
  ['CANCELED', null, 'cancelled'],
  ['VOID', null, 'cancelled'],
  ['IN PROGRESS', 'ON SITE', null],
  ['IN PROGRESS', 'COMPLETED', null],
  ['OPEN', null, null],
  [null, null, null],
])('%s / %s: %s', (primary, extended, obstacle) => {
  expect(order(primary, extended)).toBe(obstacle);
});

test('an invoice weighs more than the status, an expired order less', () => {
  expect(order('COMPLETED', 'PENDING CONFIRMATION', { isInvoiced: true })).toBe('invoiced');
  expect(order('COMPLETED', null, { isExpired: true })).toBe('completed');
  expect(order('OPEN', null, { isExpired: true })).toBe('expired');
  expect(order('OPEN', null, { isExpired: false, isInvoiced: false })).toBeNull();
});
