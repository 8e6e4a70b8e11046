import { afterTheirs } from './en-quotes.ts';

/** Open work orders, and the details of one, in English. */
export const orders = {
  detailsOf: (workOrderId: number) => `Details of ${workOrderId}`,
  lineWords: {
    technicians: ['technicians', 'technician', 'techs', 'tech'],
    minutes: ['minutes', 'minute', 'mins', 'min', 'm'],
    hours: ['hours', 'hour', 'hrs', 'hr', 'h'],
    yesterday: ['yesterday'],
    at: ['at', '@'],
    am: ['am', 'a.m.', 'a.m'],
    pm: ['pm', 'p.m.', 'p.m'],
  },
  lineDoes: (order: string, time: string | null, technicians: string | null) =>
    `Enter checks in on ${order}${time === null ? '' : ` at ${time}`}${technicians === null ? '' : ` with ${technicians}`}.`,
  lineFillsIn: (order: string, time: string | null, technicians: string | null) =>
    `Enter fills in ${order}${time === null ? '' : `, ${time}`}${technicians === null ? '' : `, ${technicians}`}.`,
  lineUnsureTime: 'The time may mean another: look at it before you check in.',
  oneOfThese: 'Pick one of these, or type its number.',
  nothingFound: 'None of your open work orders has that. Type the number from your dispatch.',
  runningLate: 'Running late…',
  expectedAt: 'Expected at',
  expectedHint: 'The scheduled date is moved there, where your client allows it.',
  lateSent: 'The client was told.',
  lateMoved: 'The client was told, and the scheduled date was moved.',
  /** `message` in ServiceChannel's words; it may be empty. */
  lateNotMoved: (message: string) =>
    afterTheirs(
      message,
      'The client was told. The scheduled date stays as it was: ask your office to move it.',
    ),
  showIt: 'Show',
  detailNames: {
    address: 'Address',
    phone: 'Phone',
    scheduled: 'Scheduled',
    called: 'Called in',
    expires: 'Expires',
    nte: 'Not to exceed',
    caller: 'Caller',
    problemCode: 'Problem code',
  },
  openInServiceChannel: 'Open in ServiceChannel',
  showOnMap: 'Show on the map',
  copyNumber: 'Copy number',
  notes: 'Notes',
  moreNotes: 'Older notes',
  addNote: 'Add note',
} as const;
