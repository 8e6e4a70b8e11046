import type { RefusalReason } from '../main/visit/problem.ts';
import type { DeliveryRow, Notice, PrimaryStatus, ProblemView } from '../preload/contract.ts';
import { RECORDED } from './en-journal.ts';
import { counted, minutes } from './en-numbers.ts';

/** What a report is called: a pause is a check-out for ServiceChannel, and a pause for the technician. */
const report = (of: Pick<ProblemView, 'kind' | 'pause'>): string => (of.pause ? 'pause' : KINDS[of.kind]);

const KINDS: Readonly<Record<ProblemView['kind'], string>> = {
  'check-in': 'check-in',
  'check-out': 'check-out',
  status: 'status',
  note: 'note',
  activity: 'work activity',
  deletion: 'removal of the check-in',
  restore: 'status',
};

/** Who is asked: the client by name where it is known. */
const client = (subscriber: string | null) => subscriber ?? 'the client';

const quoted = (message: string) => `“${message}”`;

type AdviceText = (subscriber: string | null, time: string) => string;

const reopen: AdviceText = (subscriber) => `Ask ${client(subscriber)} to reopen it, then send again.`;

const advice: Readonly<Record<RefusalReason, AdviceText>> = {
  'not-found': (subscriber) =>
    `Compare the number with your dispatch. If it is right, ask ${client(subscriber)} to assign it to your company, then send again.`,
  'xml-permission': (subscriber, time) =>
    `Ask the ServiceChannel administrator of ${client(subscriber)} for the “XML check-in/out” permission for your company, then send again: your ${time} is kept. Or phone the check-in in: the visit is then kept here only.`,
  permission: (_, time) =>
    `Your ServiceChannel user may not do this. Ask your office for the right, then send again: your ${time} is kept.`,
  'work-type': (subscriber) =>
    `${subscriber ?? 'This client'} does not have that work type. Don’t report this, and check in with another type: Earlier… takes the same time.`,
  premature: (subscriber, time) =>
    `That is before the work order begins. Ask ${client(subscriber)} to correct its date, then send again: your ${time} is kept.`,
  'out-of-date': (subscriber) =>
    `ServiceChannel takes times up to 7 days back. Ask ${client(subscriber)} to enter it by hand, then don’t report this.`,
  'time-ahead': () =>
    'That is ahead of the clock at the site. Check this computer’s date, time and time zone, then send again.',
  'not-checked-in': (subscriber) =>
    `ServiceChannel has no open check-in of yours there; some clients check out by themselves after hours. Ask ${client(subscriber)} to correct the hours.`,
  field: () => 'Send again. If it is refused once more, show this text to your office.',
  'extended-status': (_, time) =>
    `The extended status does not belong to the status. Ask your office to have it allowed, then send again: your ${time} is kept.`,
  'tracking-number': (subscriber, time) =>
    `Ask ${client(subscriber)} to correct the tracking number of the work order, then send again: your ${time} is kept.`,
  completed: reopen,
  'closed-for-check-in': reopen,
  'mile-range': (subscriber) =>
    `${subscriber ?? 'This client'} wants the position, and OnSite sends none. Ask them to allow check-ins without GPS, or use their phone line.`,
  overlap: () =>
    'Another of your check-ins covers a part of this time. Ask your office to correct it in ServiceChannel, then send again.',
  'not-allowed': () =>
    'Perhaps it was done already. Look at the work order in ServiceChannel before you send again.',
  'not-on-record': (subscriber) =>
    `ServiceChannel shows no one work activity of yours that this could be. Ask ${client(subscriber)} to correct it.`,
  'status-unknown': (subscriber) =>
    `The mistaken check-in set it to In Progress / On Site, and what it was before is not known here. Ask ${client(subscriber)} to put it back.`,
  unknown: () => 'Send again later. If it is refused once more, show this text to your office.',
};

/** What goes off the record when a report is given up. */
function lost(
  problem: Pick<ProblemView, 'kind' | 'pause' | 'minutes' | 'mistaken' | 'workOrderId'>,
  time: string,
): string {
  if (problem.kind === 'note') return 'The client is not told.';
  if (problem.mistaken) return `${problem.workOrderId} keeps the check-in of ${time} in ServiceChannel.`;
  if (problem.kind === 'status' || problem.kind === 'restore')
    return 'The status stays as it is in ServiceChannel. No time is lost.';
  if (problem.minutes === null) return `The time since ${time} is not reported.`;
  return `The ${report(problem)} of ${time} is not reported: ${minutes(problem.minutes)} on site go off the record.`;
}

const DELIVERY: Readonly<Record<Exclude<DeliveryRow['delivery']['state'], 'recorded'>, string>> = {
  queued: 'Waiting to send',
  sending: 'Sending…',
  refused: 'Refused',
  unconfirmed: 'Nobody knows whether it was recorded',
  replaced: 'Goes as a work activity',
  discarded: 'Not reported',
};

const WAITS_FOR: Readonly<Record<NonNullable<DeliveryRow['waitsFor']>, string>> = {
  undo: 'Leaves in a moment, unless you undo it',
  decision: 'Waits: an earlier report of this visit needs you first',
  earlier: 'Waits: an earlier report goes first',
  'sign-in': 'Waits for you to sign in',
  connection: 'Waits for a connection',
  limit: 'Waits: ServiceChannel takes no more requests this minute',
};

function deliveryState({ delivery, waitsFor }: Pick<DeliveryRow, 'delivery' | 'waitsFor'>): string {
  if (waitsFor) return WAITS_FOR[waitsFor];
  if (delivery.state === 'refused' && delivery.problem.message)
    return `${DELIVERY.refused}: ${quoted(delivery.problem.message)}`;
  return delivery.state === 'recorded' ? RECORDED[delivery.by] : DELIVERY[delivery.state];
}

const statuses: Readonly<Record<PrimaryStatus, string>> = {
  Completed: 'Finished (Completed)',
  Incomplete: 'Coming back (Incomplete)',
  PartsOnOrder: 'Parts on order',
  WaitingForQuote: 'Waiting for quote',
  InProgress: 'In progress',
  NoStatusChange: 'No status change',
};

const difference = (ms: number) => {
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
    ? `${visits} It is left as it lies, and nothing of it is sent from here. Compare it with ServiceChannel.`
    : `${visits} They are left as they lie, and nothing of them is sent from here. Compare them with ServiceChannel.`;
}

function notice(of: Notice, copyFrom: string | null): string {
  switch (of.code) {
    case 'policy-invalid':
      return `Your company’s policy cannot be used, so no visit can start. In ${of.path}: ${of.detail}`;
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
    case 'unexpected':
      return 'Something went wrong in OnSite. What you did before is kept, and reports go on. What happened is in its log.';
    case 'no-keychain':
      return 'This computer has no keychain, so you will have to sign in again when OnSite starts again.';
    case 'left-in-keychain':
      return 'You are signed out, but the keychain did not let OnSite delete your sign-in. OnSite tries again when it starts again.';
    case 'clock':
      return `This computer’s clock is ${difference(of.differenceMs)} ${of.differenceMs > 0 ? 'behind' : 'ahead of'} ServiceChannel’s. Reported times are corrected.`;
  }
}

/** Problems, delivery and notices in English. */
export const problems = {
  report,
  advice,
  lost,
  deliveryState,
  statuses,
  notice,
  refused: (workOrderId: number, of: Pick<ProblemView, 'kind' | 'pause' | 'problem'>, time: string) =>
    of.problem?.reason === 'status-unknown'
      ? `The status of ${workOrderId} is not put back`
      : `${workOrderId} refused the ${report(of)} of ${time}`,
  unconfirmed: (workOrderId: number, of: Pick<ProblemView, 'kind' | 'pause'>, time: string) =>
    `Nobody knows whether the ${report(of)} of ${time} on ${workOrderId} was recorded`,
  unconfirmedAdvice:
    'The connection broke before an answer came. Look at the work order in ServiceChannel, then say what it shows.',
  quoted,
  differingTitle: (workOrderId: number) => `${workOrderId} has two MechanicIds`,
  differing: (checkIn: number, checkOut: number) =>
    `ServiceChannel answered the check-in with MechanicId ${checkIn} and its check-out with MechanicId ${checkOut}. Both are kept. Tell your office if the hours look wrong.`,
  dontReport: 'Don’t report',
  keepIt: 'Keep it',
  noted: 'Noted',
  showMore: (count: number) => `Show ${count} more`,
  dismiss: 'Dismiss',
} as const;
