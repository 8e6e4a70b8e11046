import type { Problem } from '../main/visit/problem.ts';
import type { Obstacle, StatusNeedsView } from '../preload/contract.ts';
import { account } from './en-account.ts';
import { adviceWords, client } from './en-advice.ts';
import { error } from './en-command-errors.ts';
import { files } from './en-files.ts';
import { deliveryJournal } from './en-journal.ts';
import { moments } from './en-moments.ts';
import { counted } from './en-numbers.ts';
import { orders } from './en-orders.ts';
import { phone } from './en-phone.ts';
import { problems } from './en-problems.ts';
import { afterTheirs } from './en-quotes.ts';
import { records } from './en-records.ts';
import { remedies } from './en-remedies.ts';
import { settings } from './en-settings.ts';
import { signIn } from './en-sign-in.ts';
import { sheet } from './en-timesheet.ts';
import { undo } from './en-undo.ts';
import { updates } from './en-updates.ts';
import { notes } from './notes.ts';

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  invoiced: 'This work order is invoiced',
  completed: 'This work order is completed',
  cancelled: 'This work order is cancelled',
  expired: 'This work order has expired',
};

/** The words of the windows that come after the first paint, or with another page. */
export const later = {
  ...adviceWords,
  ...problems,
  ...moments,
  ...records,
  ...orders,
  ...deliveryJournal,
  ...remedies,
  ...notes,
  ...account,
  ...signIn,
  ...settings,
  ...updates,
  ...undo,
  sheet,
  phone,
  ...files,
  error,

  pageTitles: { timesheet: 'OnSite – Timesheet', settings: 'OnSite – Settings' },
  troubleAbove: (workOrderId: number) => `Needs you: ${workOrderId}`,
  troublesAbove: (count: number) => `${count} things need you`,
  newsOnAbove: (workOrderId: number) => `New about ${workOrderId}`,
  questionAbove: 'A question for you',
  newsAbove: 'A message for you',
  changeCrew: 'Change crew',
  gps: (reason: string) =>
    afterTheirs(
      reason,
      'Check-ins with ServiceChannel’s GPS app are denied here. OnSite needs no GPS: you can check in all the same.',
    ),
  /** @param leaving it is a check-out that comes next */
  obstacle: (obstacle: Obstacle, subscriber: string | null, leaving: boolean) => {
    const act = leaving ? 'check-out' : 'check-in';
    return `${OBSTACLES[obstacle]}, and ServiceChannel may refuse a ${act}. Ask ${client(subscriber)} to reopen it. You can check ${leaving ? 'out' : 'in'} all the same.`;
  },
  lookUpRefused: ({ reason, message }: Problem) =>
    afterTheirs(
      message,
      reason === 'not-found' || reason === 'tracking-number'
        ? 'ServiceChannel does not find this number. Check it against your dispatch. You can check in all the same.'
        : 'ServiceChannel does not show you this work order, and may refuse a check-in. You can check in all the same.',
    ),
  lacksPermission: (subscriber: string | null) =>
    `${subscriber ?? 'This client'} refused check-ins from your company. Ask their ServiceChannel administrator for the “XML check-in/out” permission for your company. You can check in all the same.`,
  colleagues: 'Colleagues',
  checkInName: (name: string) => `Check in ${name}`,
  pauseName: (name: string) => `Pause ${name}`,
  arrivedName: (name: string) => `${name} arrived`,
  resumeName: (name: string) => `Resume ${name}`,
  checkOutName: (name: string) => `Check out ${name}`,
  endName: (name: string) => `End ${name}’s visit`,
  somebody: 'somebody',
  stillThere: (names: string) =>
    `Still checked in there: ${names}. A completed order takes no check-out of theirs. Check them out first, or choose another status.`,
  status: 'Status',
  extendedStatus: 'Extended status',
  none: 'None',
  noExtended: 'None with this status',
  noStatuses: 'None (the list cannot be read now)',
  recentTexts: 'Recent texts',
  pickText: 'Pick one…',
  resolution: 'Resolution',
  resolutionHint: (total: string, range: string) =>
    `What was done while you were on site. ${total}, ${range}.`,
  resolutionNeeded: 'this client asks for it',
  /** Beside `Status`: what else the client asks for with it; null: nothing. */
  besideStatus: ({ codes, scheduledDate }: StatusNeedsView) => {
    if (codes && scheduledDate) return 'asks for resolution codes and a date';
    if (codes) return 'asks for resolution codes';
    return scheduledDate ? 'asks for a scheduled date' : null;
  },
  code: 'Code',
  codeFor: (category: string) => `Code for ${category}`,
  rootCause: 'Root cause',
  rootCauseFor: (category: string) => `Root cause for ${category}`,
  pickCode: 'Pick one',
  mostCodes: (count: number) => `${count} are chosen, which is all that ServiceChannel takes`,
  chosenCodes: 'Chosen codes',
  chosenCodesFor: (category: string) => `Chosen codes for ${category}`,
  removeShort: 'Remove',
  removeCode: (name: string) => `Remove ${name}`,
  codeText: (name: string) => `Text for ${name}`,
  codeNumber: (id: number) => `Code ${id}`,
  enterInServiceChannel:
    'This client asks for more with this status than OnSite sends. Enter it in ServiceChannel. If this is refused without it, you can change it here.',
  byPhone: 'Checked in by phone',
  byPhoneAdvice: 'Nothing of this visit is sent from here. Phone in pauses and the check-out as well.',
  checkOut: 'Check out',
  setStatus: 'Set status',

  nothingToDeliver: 'Nothing was reported yet.',
  tries: (count: number) => (count === 0 ? 'Not sent' : counted(count, 'try', 'tries')),
  repeated: (times: number, last: string) => `${times} times, last at ${last}`,

  range: (from: string, to: string) => `${from}–${to}`,

  settings: 'Settings',
  accountTitle: 'Account',
  signedInAs: (name: string, userName: string) => (name ? `${name} (${userName})` : userName),
  notSignedIn: 'Nobody is signed in.',
  signOut: 'Sign out',
  signOutOpen: (workOrderId: number) =>
    `You are still checked in on ${workOrderId}. ServiceChannel keeps you checked in until you sign in again and check out.`,
  signOutWaiting: (count: number) =>
    `${counted(count, 'report is', 'reports are')} not recorded yet. They wait here until you sign in again.`,
  record: 'Record on this computer',
  databaseSound: (time: string) => `Sound, checked at ${time}`,
  lastCopy: (time: string) => `last copy ${time}`,
  noCopy: 'no copy yet',
  checkNow: 'Check now',
  lookingUp: 'Looking it up…',
  noDetails: 'No details now. You can check in all the same.',
  untouchedIsNow: 'Unchanged, it is the moment you click.',
  minutesAgo: (count: number) => `${count} min ago`,
  whichTime: 'Which one was it',
  firstTime: (time: string) => `${time} the first time`,
  secondTime: (time: string) => `${time} the second time`,
  checkOutOf: (workOrderId: number) => `Check out of ${workOrderId}`,
  finishOf: (workOrderId: number) => `Finish ${workOrderId}`,
} as const;
