import type { InvoiceLine } from '../preload/contract.ts';
import { hours } from './en-numbers.ts';

const COUNTS: Readonly<Record<InvoiceLine['counts'][number], string>> = {
  short: 'A stay was under 10 minutes: some clients do not count it.',
  several: 'More than one check-in: some clients count visits that need only one.',
  late: 'Checked in after the scheduled time.',
};

/** Why a line should be looked at before it is invoiced. */
function warnings(line: InvoiceLine): readonly string[] {
  const apart = Math.round(Math.abs(line.work - line.quarters) / 60_000);
  return [
    ...(line.fromThere ? [] : ['Your own record: it was not compared with ServiceChannel’s.']),
    ...(line.asked ? ['Asked for, not changed: the client was asked to correct a stay.'] : []),
    ...(line.missing ? ['One of the two records lacks a stay.'] : []),
    ...(line.open ? ['A check-out is still to come.'] : []),
    ...(apart > 0 ? [`Rounded to the quarter it differs by ${apart} min.`] : []),
    ...(line.order === 'invoiced' ? ['ServiceChannel says that it is invoiced already.'] : []),
    ...(line.order === 'not-completed' ? ['The work order is not completed yet.'] : []),
  ];
}

const travelText = (line: InvoiceLine): string => (line.travel > 0 ? `, travel ${hours(line.travel)} h` : '');

/** Invoice lines of a week. */
export const invoice = {
  tabs: { days: 'Days', invoice: 'Invoice lines', proof: 'Proof of time' },
  invoiceLines: 'Invoice lines',
  hours: 'Hours',
  quarters: 'In quarters',
  travelHours: 'Travel',
  lookAt: 'To look at',
  copyText: 'Copy as text',
  copyCsv: 'Copy as CSV',
  copied: 'Copied',
  invoiceHint: 'Technicians × hours, as ServiceChannel holds them where they were compared.',
  hoursOf: hours,
  invoiceWarnings: warnings,
  clientCounts: (of: InvoiceLine['counts'][number]) => COUNTS[of],
  invoiceText: (lines: readonly InvoiceLine[]) =>
    lines
      .map((line) =>
        [`${line.workOrderId}: ${hours(line.work)} h${travelText(line)}`, ...warnings(line)].join('\n  '),
      )
      .join('\n'),
} as const;
