import { isStoppedHere } from '../main/visit/problem.ts';
import type { DeliveryRow, Notice, PrimaryStatus, ProblemView } from '../preload/contract.ts';
import { client } from './en-advice.ts';
import { files } from './en-files.ts';
import { recordedAt } from './en-journal.ts';
import { keyNames } from './en-keys.ts';
import { counted, minutes } from './en-numbers.ts';
import { says } from './en-quotes.ts';
import { languageName } from './language.ts';
import { shortcutText } from './shortcut.ts';

/** The name of a report: a pause is a check-out for ServiceChannel, and a pause for the technician. */
const report = (of: Pick<ProblemView, 'kind' | 'pause'>): string => (of.pause ? 'pause' : KINDS[of.kind]);

const KINDS: Readonly<Record<ProblemView['kind'], string>> = {
  'check-in': 'check-in',
  'check-out': 'check-out',
  status: 'status',
  note: 'note',
  activity: 'work activity',
  deletion: 'removal of the check-in',
  restore: 'status',
  codes: 'resolution code',
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Titled = Pick<
  ProblemView,
  'kind' | 'pause' | 'state' | 'mistaken' | 'subscriber' | 'told' | 'workOrderId' | 'problem'
>;

/** `Check-in of 15:02 on 107003003` */
const named = (of: Pick<ProblemView, 'kind' | 'pause' | 'workOrderId'>, time: string): string =>
  `${capital(report(of))} of ${time} on ${of.workOrderId}`;

/**
 * The title of a problem.
 * @param time of the report; of a pair that is open again its check-in's, of one that was closed the time of that
 */
function problemTitle(of: Titled, time: string): string {
  switch (of.state) {
    case 'on-site':
      return `On site again since ${time}`;
    case 'parked':
      return 'Still open at ServiceChannel';
    case 'closed':
      return `ServiceChannel checked you out at ${time}`;
    case 'unconfirmed':
      return `Nobody knows whether the ${report(of)} of ${time} on ${of.workOrderId} was recorded`;
    case 'refused':
      if (of.told) return `Waiting for ${client(of.subscriber)}`;
      if (of.kind === 'restore') return `The status of ${of.workOrderId} is not put back`;
      if (of.mistaken) return `The mistaken check-in of ${time} on ${of.workOrderId} is still there`;
      if (of.problem?.reason === 'server-error')
        return `ServiceChannel failed at the ${report(of)} of ${time} on ${of.workOrderId}`;
      return of.problem && isStoppedHere(of.problem)
        ? `${named(of, time)} has not been sent`
        : `${named(of, time)} was refused`;
  }
}

const STATE_TAGS: Readonly<Record<ProblemView['state'], string>> = {
  refused: 'refused',
  unconfirmed: 'not certain',
  'on-site': 'on site again',
  parked: 'still open',
  closed: 'closed',
};

/** The loss when a report is given up. */
function lost(
  of: Pick<ProblemView, 'kind' | 'pause' | 'minutes' | 'mistaken' | 'workOrderId' | 'open'>,
  time: string,
): string {
  if (of.kind === 'note') return 'Don’t send it? The client is not told.';
  if (of.mistaken) return `Leave it? ${of.workOrderId} keeps the check-in of ${time}.`;
  if (of.kind === 'status' || of.kind === 'restore')
    return 'Don’t report it? The status stays as it is. No time is lost.';
  if (of.kind === 'codes') return 'Don’t report it? The work order goes without this code. No time is lost.';
  if (of.minutes === null) return `Don’t report it? The time since ${time} will be lost.`;
  const stay = `${minutes(of.minutes)} on site`;
  return of.open
    ? `Don’t report it? Then ServiceChannel does not know that your ${stay} have ended.`
    : `Don’t report it? ${stay} will be lost.`;
}

const DELIVERY: Readonly<Record<Exclude<DeliveryRow['delivery']['state'], 'recorded'>, string>> = {
  queued: 'Waiting to send',
  sending: 'Sending…',
  refused: 'Refused',
  unconfirmed: 'Nobody knows whether it was recorded',
  replaced: 'Goes as a work activity',
  discarded: 'Not reported',
};

const WAITS_FOR: Readonly<Record<NonNullable<DeliveryRow['waitsFor']> | 'answer' | 'covered', string>> = {
  undo: 'Leaves in a moment, unless you undo it',
  answer: 'Waits for your answer: another check-in is open',
  covered: 'Waits for your answer: another check-in covers a part of it',
  decision: 'Waits: an earlier report of this visit needs you first',
  open: 'Waits: you have checked in there since; it goes after that check-out',
  earlier: 'Waits: an earlier report goes first',
  'sign-in': 'Waits for you to sign in',
  connection: 'Waits for a connection',
  between: 'Waits: something between this computer and ServiceChannel answered; it is tried again',
  limit: 'Waits: ServiceChannel takes no more requests this minute',
};

/** @param recorded when it was known to be recorded; null: not, or that was not kept */
function deliveryState(
  { delivery, waitsFor }: Pick<DeliveryRow, 'delivery' | 'waitsFor'>,
  recorded: string | null,
): string {
  if (waitsFor) return WAITS_FOR[waitsFor];
  if (delivery.state === 'refused' && isStoppedHere(delivery.problem))
    return WAITS_FOR[delivery.problem.reason === 'open-elsewhere' ? 'answer' : 'covered'];
  if (delivery.state === 'refused' && delivery.problem.message)
    return `${DELIVERY.refused}\n${says(delivery.problem.message)}`;
  return delivery.state === 'recorded' ? recordedAt(delivery.by, recorded) : DELIVERY[delivery.state];
}

export const statuses: Readonly<Record<PrimaryStatus, string>> = {
  Completed: 'Finished (Completed)',
  Incomplete: 'Coming back (Incomplete)',
  PartsOnOrder: 'Parts on order',
  WaitingForQuote: 'Waiting for quote',
  InProgress: 'In progress',
  NoStatusChange: 'No status change',
};

/** A difference of clocks in words, whichever is ahead. @param ms server minus computer */
export const difference = (ms: number) => {
  const seconds = Math.round(Math.abs(ms) / 1000);
  return seconds < 90 ? counted(seconds, 'second') : minutes(Math.round(seconds / 60));
};

function databaseSetAside(path: string | null, copyFrom: string | null): string {
  const what = path === null ? 'was gone' : 'was damaged';
  const copy = copyFrom ? `The copy from ${copyFrom} is in use.` : 'There was no copy.';
  const kept = path === null ? '' : ` It is kept in ${path}.`;
  return `The record on this computer ${what}.${kept} ${copy}`;
}

function unreadable(workOrderIds: readonly (number | null)[]): string {
  const known = workOrderIds.filter((id) => id !== null);
  const which = known.length > 0 ? ` (${known.slice(0, 5).join(', ')})` : '';
  const visits = `${counted(workOrderIds.length, 'visit')} on this computer cannot be read${which}.`;
  return workOrderIds.length === 1
    ? `${visits} It is left as it is, and nothing of it is sent from here. Compare it with ServiceChannel.`
    : `${visits} They are left as they are, and nothing of them is sent from here. Compare them with ServiceChannel.`;
}

function notice(of: Notice, copyFrom: string | null): string {
  switch (of.code) {
    case 'policy-invalid':
      return `Your company’s policy cannot be used, so no visit can start. In ${of.path}: ${files.policyFault(of.fault)}`;
    case 'settings-set-aside':
      return `Not all of your settings could be read. The file as it was is kept in ${of.path}; what could not be read has its default.`;
    case 'settings-not-kept':
      return `Your settings could not be kept in ${of.path} (${of.detail}). They hold until OnSite ends. Free space or allow writing there, then choose again.`;
    case 'database-set-aside':
      return databaseSetAside(of.path, copyFrom);
    case 'database-damaged':
      return `The record on this computer is damaged, and cannot be replaced while OnSite runs (${of.detail}). Quit OnSite and start it again: ${of.path} is then kept beside, and the last copy is used.`;
    case 'visits-unreadable':
      return unreadable(of.workOrderIds);
    case 'database-log-lost':
      return 'The last changes to the record on this computer are missing: its file onsite.db-wal was removed. What was to be sent is compared with ServiceChannel first. Check what was done last in ServiceChannel.';
    case 'tray-not-done':
      return 'What you chose in the tray’s menu was not done.';
    case 'unexpected':
      return 'Something went wrong in OnSite. What you did before is kept, and reports go on. What happened is in its log.';
    case 'no-keychain':
      return 'This computer has no keychain, so you will have to sign in again when OnSite starts again.';
    case 'left-in-keychain':
      return 'You are signed out, but the keychain did not let OnSite delete your sign-in. OnSite tries again when it starts again.';
    case 'no-sandbox':
      return 'OnSite was started without its sandbox, which keeps harm in a page away from the rest of this computer. Start it without --no-sandbox, and not as root.';
    case 'shortcut-taken':
      return `The shortcut ${shortcutText(of.shortcut, keyNames)} belongs to another program, or cannot be used here. Choose another one in Settings.`;
    case 'login-start-not-set':
      return `OnSite could not be set to start at login (${of.detail}). Start it by hand, or allow writing there and choose again.`;
    case 'language-unknown':
      return `OnSite has no words in ${languageName(of.language, 'en')} yet. Choose English, Español or Français in Settings.`;
    case 'clock':
      return `This computer’s clock is ${difference(of.differenceMs)} ${of.differenceMs > 0 ? 'behind' : 'ahead of'} ServiceChannel’s. Reported times are corrected.`;
  }
}

/** Problems, delivery and notices in English. */
export const problems = {
  report,
  named,
  problemTitle,
  problemLine: (of: Pick<ProblemView, 'kind' | 'pause' | 'workOrderId'>, time: string) =>
    `${capital(report(of))} of ${time} · ${of.workOrderId}`,
  problemTag: (state: ProblemView['state']) => STATE_TAGS[state],
  says,
  lost,
  deliveryState,
  statuses,
  notice,
  unconfirmedAdvice:
    'The connection broke before an answer came. Look in ServiceChannel. Then say whether it is there.',
  differingTitle: (workOrderId: number) => `${workOrderId} has two MechanicIds`,
  differing: (checkIn: number, checkOut: number) =>
    `ServiceChannel answered the check-in with MechanicId ${checkIn} and its check-out with MechanicId ${checkOut}. Both are kept. Tell your office if the hours look wrong.`,
  dontReport: 'Don’t report',
  keepIt: 'Keep it',
  noted: 'Noted',
  more: 'More',
  dismiss: 'Dismiss',
} as const;
