import type { SheetDifference } from '../preload/contract.ts';

function whatToDo({ here, there }: SheetDifference, minutes: number): string {
  if (!here)
    return 'Nobody reported this from here. It may be an automatic check-out, a call, or an entry by the office. If it is not yours, tell the client in a note on the work order.';
  if (!there)
    return 'ServiceChannel holds nothing of it. Look in Delivery whether it was refused, or tell the client in a note on the work order.';
  return `Clients dispute invoices from ${minutes} minutes. If your times are right, ask the client to correct theirs, with a note on the work order.`;
}

/** The two records of a day beside each other. */
export const sheetRecord = {
  edit: 'Edit',
  editOf: (workOrderId: number) => `Edit ${workOrderId}`,
  checkIn: 'Check-in',
  checkOut: 'Check-out',
  chooseStatus: 'Choose…',
  save: 'Save',
  addBreak: 'Add break…',
  cancel: 'Cancel',
  addVisit: 'Add visit…',
  addHint: 'For a visit that nobody checked in for: both times, up to 7 days back.',
  editHint:
    'Up to 7 days back. What ServiceChannel has recorded is corrected there; the times before are kept.',
  compareNow: 'Compare now',
  comparing: 'Comparing…',
  comparedAt: (time: string) => `Compared ${time}`,
  differences: 'Differences',
  differenceOf: (day: string, workOrderId: number) => `${day}, ${workOrderId}`,
  here: 'Here',
  there: 'On ServiceChannel',
  stay: (range: string, length: string) => `${range} (${length})`,
  openStay: (from: string) => `${from}, still open`,
  noStay: 'Nothing',
  whatToDo,
} as const;
