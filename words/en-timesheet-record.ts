import type { SheetDifference } from '../preload/contract.ts';
import { counted } from './en-numbers.ts';

function whatToDo({ here, there, disputeMinutes }: SheetDifference): string {
  if (!here)
    return 'Nobody reported this from here. It may be an automatic check-out, a call, or an entry by the office. If it is not yours, tell the client in a note on the work order.';
  if (!there)
    return 'ServiceChannel holds nothing of it. Look in Delivery whether it was refused, or tell the client in a note on the work order.';
  return `This client disputes invoices from ${disputeMinutes} minutes. If your times are right, correct the record; if ServiceChannel’s are, correct yours.`;
}

/** The two records of a day beside each other. */
export const sheetRecord = {
  edit: 'Edit',
  editOf: (workOrderId: number) => `Edit ${workOrderId}`,
  startOf: (workOrderId: number) => `Start of ${workOrderId}`,
  endOf: (workOrderId: number) => `End of ${workOrderId}`,
  checkIn: 'Check-in',
  checkOut: 'Check-out',
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
  correctRecord: (workOrderId: number) => `Correct ${workOrderId}…`,
  heldInstead: (times: string) => `ServiceChannel holds ${times}. Save puts the times above there.`,
  trail: (times: string, when: string) => `Was ${times} until it was put right ${when}`,
  askedFor: 'Asked for, not changed',
  grantedAsAsked: 'Changed by the client as asked',
  askedDetail: (times: string, count: number, when: string, sent: boolean) =>
    `${times}, ${counted(count, 'technician')}. ${sent ? `The client was told ${when}` : `The note of ${when} waits to be sent`}.`,
  askClient: 'Ask the client…',
  askHint:
    'ServiceChannel takes corrections only while the order is In Progress, and never another number of technicians. The client can change both.',
  notInProgress: (status: string) =>
    `This work order is ${status}. ServiceChannel may take no corrections any more: then ask the client.`,
  stayOfCrew: (times: string, count: number) => `${times}, ${counted(count, 'technician')}`,
} as const;
