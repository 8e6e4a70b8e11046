import type { LateView, RemedyName } from '../preload/contract.ts';
import { client } from './en-advice.ts';
import { PHONE_LINE } from './phone-line.ts';

type Labelled = Exclude<RemedyName, 'check-in-at'>;

const labels: Readonly<Record<Labelled, string>> = {
  'send-again': 'Send again',
  'it-was-recorded': 'It was recorded',
  discard: 'Don’t report this…',
  'tell-client': 'Tell the client',
  'record-activity': 'Record as work activity',
  'correct-record': 'Correct the record',
  'wrong-number': 'Wrong number…',
  'by-phone': 'Checked in by phone',
  change: 'Change…',
  'client-enters': 'Done',
  'without-status': 'Check out with no status',
  'note-closed': 'Noted',
  'open-order': 'Open in ServiceChannel',
};

/** @param earliest the time of day at which a premature check-in may be */
const remedy = (name: RemedyName, earliest: string): string =>
  name === 'check-in-at' ? `Check in at ${earliest}` : labels[name];

function lateTitle(of: LateView, time: string): string {
  const what = of.pause ? 'pause' : of.kind;
  return `The ${what} of ${time} on ${of.workOrderId} still waits to be sent`;
}

const lateAdvice = ({ count }: LateView, until: string, isOver: boolean): string => {
  const many = count > 1 ? `${count} reports are over 5 days old. ` : '';
  if (isOver)
    return `${many}ServiceChannel takes times up to 7 days back, and this one is older. Ask your office to enter the hours.`;
  return `${many}ServiceChannel takes it until ${until}, 7 days after. Connect this computer to the network, or ask your office to enter the hours.`;
};

/** Remedies of refusals in English. */
export const remedies = {
  moveHint: (workOrderId: number) =>
    `Your times move to this work order. ${workOrderId} is put right as far as ServiceChannel allows.`,
  remedy,
  openOrder: (workOrderId: number) => `Open ${workOrderId} in ServiceChannel`,
  lateTitle,
  lateAdvice,
  timeSafe: (stay: string) => `Your time is safe: ${stay}`,
  note: 'Note',
  sendNote: 'Send note',
  told: (time: string) => `The client was told with your note of ${time}.`,
  beingTold: (time: string) => `Your note of ${time} is on its way to the client.`,
  held: (theirs: string, ours: string) => `ServiceChannel has ${theirs}. You have ${ours}.`,
  correctAdvice: '“Correct the record” enters your times instead.',
  activityAdvice: (techsCount: number) =>
    `“Record as work activity” enters the whole stay at once.${
      techsCount > 1
        ? ` It records one technician of ${techsCount}. Where the check-in is new there, a note asks the client for the others.`
        : ''
    }`,
  earliestAdvice: (time: string, earliest: string) =>
    `ServiceChannel takes it from ${earliest} on. A note says that you were there at ${time}.`,
  send: 'Send',
  checkInTime: 'Check-in',
  checkOutTime: 'Check-out',
  pauseHasNone: 'A pause has no status. With one it is a check-out.',
  onSiteAgain: (what: string) => `${what} is not reported. You are still checked in.`,
  askingWhetherOpen: (what: string) =>
    `${what} is not reported. OnSite asks ServiceChannel whether you are still checked in.`,
  goneThere: (workOrderId: number, since: string) =>
    `ServiceChannel no longer has your check-in of ${since} on ${workOrderId}: the client may have removed it. Your next check-out sends it again.`,
  openThere: (workOrderId: number, since: string, left: string) =>
    `ServiceChannel has had you on ${workOrderId} since ${since}. Here your stay ended at ${left}.`,
  openThereAdvice: (subscriber: string | null) =>
    `Ask ${client(subscriber)} to close it, or check out by phone: ${PHONE_LINE}. It is said here until it is closed.`,
  closedThere: (workOrderId: number, since: string, left: string) =>
    `You checked in on ${workOrderId} at ${since}. Your own check-out was at ${left}.`,

  leaveAt: (time: string) => `Leave at ${time}`,
  zeroMinutes: '0 min will be recorded',
  leavesAt: (time: string) => `Leaves at ${time}: 0 min will be recorded`,
  takeItBack: 'Take it back',
  takeBackAsks: (time: string, note: string) =>
    `ServiceChannel has this check-in. It is closed at ${time} with 0 min, and the client gets a note: “${note}”`,
  notReported: 'Not reported',
  firstPaused: (workOrderId: number, time: string) => `${workOrderId} has been paused since ${time}.`,
  resumeFrom: (time: string) => `Resume from ${time}`,
  move: 'Move',
  noVisit: 'No visit at all',
  noVisitHint: 'Nobody was there? No visit at all takes it off the record, as far as ServiceChannel allows.',
  notRemoved: (subscriber: string | null) => `Nobody was there. Ask ${client(subscriber)} to remove it.`,
  notPutBack: (subscriber: string | null) =>
    `The mistaken check-in set its status. Ask ${client(subscriber)} to put it back.`,
  moveHintUnsent: 'Your times move to this work order. Nothing was recorded under the wrong number.',
} as const;
