import type { DayRecord, FileFault, LeftAs, SheetPair } from '../preload/contract.ts';
import { invoice } from './en-invoice.ts';
import { counted } from './en-numbers.ts';
import { proof } from './en-proof.ts';
import { sheetRecord } from './en-timesheet-record.ts';

function record(of: DayRecord): string {
  switch (of.kind) {
    case 'matches':
      return 'Matches';
    case 'differs':
      return `Differs by ${of.minutes} min`;
    case 'only-there':
      return 'Only on ServiceChannel';
    case 'only-here':
      return 'Only here';
    case 'not-compared':
      return 'Not compared';
    case 'waiting':
      return `${of.count} waiting to send`;
  }
}

const LEFT: Readonly<Record<LeftAs, string>> = {
  open: 'Open',
  paused: 'Paused',
  Completed: 'Finished',
  Incomplete: 'Coming back',
  PartsOnOrder: 'Parts on order',
  WaitingForQuote: 'Waiting for quote',
  InProgress: 'In progress',
  NoStatusChange: 'No status change',
};

const STATES: Readonly<Record<SheetPair['state'], string>> = {
  recorded: 'Recorded',
  kept: 'The client enters it',
  waiting: 'Waiting to send',
  unconfirmed: 'Not known',
  refused: 'Refused',
};

function state(of: SheetPair['state'], by: SheetPair['reportedBy']): string {
  return by === 'phone' && of === 'recorded' ? 'By phone' : STATES[of];
}

function fileNotWritten(path: string, fault: FileFault): string {
  const kept = `${path} was not written, and what was there before is as it was.`;
  switch (fault.code) {
    case 'full':
      return `There is no room on that disk. ${kept} Make room, or choose another folder.`;
    case 'denied':
      return `You may not write there. ${kept} Choose another folder.`;
    case 'locked':
      return `Another program has that file open. ${kept} Close it there, or choose another name.`;
    case 'gone':
      return `That folder is not there. ${kept} Choose another folder.`;
    case 'other':
      return `The file could not be written (${fault.detail}). ${kept} Choose another folder.`;
  }
}

/** The Timesheet window. */
export const sheet = {
  ...sheetRecord,
  ...invoice,
  ...proof,
  previousWeek: 'Previous week',
  thisWeek: 'This week',
  nextWeek: 'Next week',
  exportCsv: 'Export CSV',
  print: 'Print',
  days: 'Days',
  pairs: 'Pairs',
  byOrder: 'By work order',
  store: 'Store',
  in: 'In',
  out: 'Out',
  time: 'Time',
  left: 'Left as',
  recordColumn: 'Record',
  onSite: 'On site',
  paused: 'Paused',
  inQuestion: 'In question',
  total: 'total',
  pausedTotal: (time: string) => `paused ${time}`,
  orders: (count: number) => counted(count, 'work order'),
  nothing: 'Nothing',
  record,
  leftAs: (of: LeftAs) => LEFT[of],
  state,
  savedTo: (path: string) => `Saved to ${path}`,
  signedOut: 'Sign in to see your weeks.',
  emptyWeek: 'Nothing was reported from this computer in this week.',
  fileNotWritten,
} as const;
