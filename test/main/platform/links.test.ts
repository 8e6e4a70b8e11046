import { describe, expect, test } from 'vitest';
import { isOverlong, Links, linkedWorkOrder } from '../../../main/platform/links.ts';

describe('a link', () => {
  test.each([
    ['onsite://workorder/107002896', '107002896'],
    ['ONSITE://WorkOrder/107002896/', '107002896'],
    ['onsite://workorder/WO-107002896', '107002896'],
    ['onsite://workorder/0107', '107'],
  ])('%s fills in a number', (link, workOrder) => {
    expect(linkedWorkOrder(link)).toBe(workOrder);
  });

  test.each([
    'onsite://workorder/',
    'onsite://workorder/abc',
    'onsite://workorder/0',
    'onsite://workorder/-5',
    'onsite://workorder/2147483648',
    'onsite://workorder/107002896?checkin=1',
    'onsite://workorder/107002896#x',
    'onsite://workorder/107002896/check-in',
    'onsite://workorder/1%30',
    'onsite://workorder/000000000000000000001',
    'onsite://settings/1',
    'https://workorder/107002896',
    'xonsite://workorder/107002896',
    '--user-data-dir=onsite://workorder/1',
    '/usr/bin/onsite',
    '',
  ])('%s does nothing', (link) => {
    expect(linkedWorkOrder(link)).toBeNull();
  });
});

describe('the links of a start', () => {
  test('wait for the first who listens; later ones come at once', () => {
    const links = new Links();
    expect(links.take(['/usr/bin/onsite', 'onsite://workorder/1'])).toBe(true);
    const told: string[] = [];
    links.onLink((workOrder) => told.push(workOrder));
    links.take(['open', '2']);
    expect(told).toEqual(['1', '2']);
  });

  test('without one, nothing is taken', () => {
    expect(new Links().take(['/usr/bin/onsite', '--lang=es', 'open', 'x'])).toBe(false);
  });
});

test('a start with more than any link of ours is known', () => {
  expect(isOverlong(['onsite', 'onsite://workorder/107002896'])).toBe(false);
  expect(isOverlong(['onsite', `onsite://workorder/${'9'.repeat(40_000)}`])).toBe(true);
});
