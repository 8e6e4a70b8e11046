import { expect, test } from 'vitest';
import { invoiceCsv } from '../../../main/views/invoice-csv.ts';
import { HOUR, MINUTE } from '../../../main/visit/time.ts';
import type { InvoiceLine } from '../../../preload/contract.ts';

const LINE: InvoiceLine = {
  workOrderId: 107_002_896,
  work: 4 * HOUR,
  quarters: 4 * HOUR,
  travel: HOUR,
  fromThere: false,
  open: false,
  missing: false,
  counts: [],
  store: null,
  asked: false,
  order: null,
};

test('lines are CSV for an office: hours to the hundredth, and whose record they come from', () => {
  const there = {
    ...LINE,
    workOrderId: 7,
    work: 100 * MINUTE,
    quarters: 105 * MINUTE,
    travel: 0,
    fromThere: true,
  };
  expect(invoiceCsv([LINE, there])).toBe(
    [
      '\ufeffwork_order,labor_hours,quarter_hours,travel_hours,record',
      '107002896,4.00,4.00,1.00,onsite',
      '7,1.67,1.75,0.00,servicechannel',
      '',
    ].join('\r\n'),
  );
});

test('a week without lines has its header', () => {
  expect(invoiceCsv([])).toBe('\ufeffwork_order,labor_hours,quarter_hours,travel_hours,record\r\n');
});
