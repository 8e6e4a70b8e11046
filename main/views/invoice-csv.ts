import type { InvoiceLine } from '../../preload/contract.ts';
import { HOUR } from '../visit/time.ts';
import { csvOf } from './csv.ts';

const HEADER = ['work_order', 'labor_hours', 'quarter_hours', 'travel_hours', 'record'] as const;

/** Hours to the hundredth, as invoices write them. */
const hours = (ms: number): string => (ms / HOUR).toFixed(2);

/** Invoice lines for an office; `record` tells whose record the hours come from. */
export const invoiceCsv = (lines: readonly InvoiceLine[]): string =>
  csvOf(
    HEADER,
    lines.map((line) => [
      line.workOrderId,
      hours(line.work),
      hours(line.quarters),
      hours(line.travel),
      line.fromThere ? 'servicechannel' : 'onsite',
    ]),
  );
