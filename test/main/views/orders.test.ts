import { describe, expect, test } from 'vitest';
import type { OpenOrder } from '../../../main/storage/open-orders.ts';
import { detailsView, notesView, openOrdersView } from '../../../main/views/orders.ts';
import { workOrder } from '../fake-client.ts';

const DUE = Date.parse('2026-05-13T14:00:00Z');
const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const order = (over: Partial<OpenOrder> = {}): OpenOrder => ({
  id: 7,
  store: 'Store 12',
  storeId: '12',
  street: '1 Main Street',
  addition: null,
  city: 'Springfield',
  state: 'IL',
  trade: 'HVAC',
  description: 'No cold air',
  due: DUE,
  timeZone: null,
  ...over,
});

const first = (over: Partial<OpenOrder>, now = DUE - 1) =>
  openOrdersView({ readAt: 1, whole: true, orders: [order(over)] }, now, []).orders[0];

describe('the list of open work orders', () => {
  test('is empty, and says no time, before it was read', () => {
    expect(openOrdersView(null, DUE, [])).toEqual({ orders: [], readAt: null, whole: true });
  });

  test('marks an order that is overdue', () => {
    expect(first({}, DUE)?.due).toEqual({ ms: DUE, over: false });
    expect(first({}, DUE + 1)?.due).toEqual({ ms: DUE, over: true });
    expect(first({ due: null })?.due).toBeNull();
  });

  test('names the store’s time zone only where its clocks differ from ours', () => {
    const far = HERE === 'Pacific/Kiritimati' ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati';
    expect(first({ timeZone: far })?.timeZone).toBe(far);
    expect(first({ timeZone: HERE })?.timeZone).toBeNull();
    expect(first({ timeZone: far, due: null })?.timeZone).toBeNull();
    expect(first({ timeZone: 'No/Such_Zone' })?.timeZone).toBeNull();
  });
});

test('the details have the address in one line, and what ServiceChannel did not tell is left out', () => {
  const view = detailsView({
    order: workOrder(7, { nte: '$ 500.00', phone: null }),
    workTypes: [],
    lacksPermission: false,
  });
  expect(view).toMatchObject({ workOrderId: 7, nte: '$ 500.00', phone: null, description: 'No cold air' });
  expect(view.address).toContain('1 Main Street');
});

test('notes carry their instant; a date that cannot be read is none', () => {
  const at = '2026-05-13T10:00:00-04:00';
  const page = {
    notes: [
      { text: 'Gate code 12', at, by: 'Office' },
      { text: 'Odd', at: 'yesterday', by: null },
      { text: 'Undated', at: null, by: null },
    ],
    rows: 3,
    count: 9,
  };
  const { notes } = notesView(page, 1);
  expect(notes.map((note) => note.at)).toEqual([Date.parse(at), null, null]);
});

test.each([
  { rows: 10, count: 12, page: 1, more: true },
  { rows: 2, count: 12, page: 2, more: false },
  { rows: 10, count: 10, page: 1, more: false },
  { rows: 10, count: null, page: 1, more: true },
  { rows: 4, count: null, page: 2, more: false },
  { rows: 0, count: 12, page: 2, more: false },
])('of $count notes page $page with $rows rows has more behind it: $more', ({ rows, count, page, more }) => {
  expect(notesView({ notes: [], rows, count }, page).more).toBe(more);
});
