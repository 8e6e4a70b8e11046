import type { RefusalReason } from '../main/visit/problem.ts';
import type { ProblemView } from '../preload/contract.ts';
import { PHONE_LINE } from './phone-line.ts';

/** The client's name where it is known. */
export const client = (subscriber: string | null): string => subscriber ?? 'the client';

/** The facts that advice depends on. */
export type Advised = Pick<ProblemView, 'kind' | 'subscriber'>;

type Advice = (of: Advised) => string;

const reopen: Advice = ({ subscriber }) => `Ask ${client(subscriber)} to reopen it. Then send again.`;

const isArrival = ({ kind }: Advised) => kind === 'check-in';

/** No permission at a check-out or a status may also mean that this status is not for providers (API.md). */
const noPermission: Advice = (of) =>
  isArrival(of) || of.kind === 'note' || of.kind === 'activity'
    ? 'You may not do this. Ask your office for the right. Then send again.'
    : 'You may not do this, or not set this status. Try another status, or ask your office for the right.';

/** The advice on a refusal, by its reason. */
const advice: Readonly<Record<RefusalReason, Advice>> = {
  'not-found': ({ subscriber }) =>
    `Check the number against your dispatch. If it is right, ask ${client(subscriber)} to assign it to your company. Then send again.`,
  'xml-permission': (of) =>
    isArrival(of)
      ? `Ask the ServiceChannel administrator of ${client(of.subscriber)} for the “XML check-in/out” permission for your company. Then send again. Or check in by phone: ${PHONE_LINE}.`
      : `${noPermission(of)} Or check out by phone: ${PHONE_LINE}.`,
  permission: noPermission,
  'work-type': ({ subscriber }) =>
    `${subscriber ?? 'This client'} does not have this work type. Choose another.`,
  premature: ({ subscriber }) =>
    `The work order begins later. Ask ${client(subscriber)} to correct its date and send again, or change the time.`,
  'out-of-date': ({ subscriber }) =>
    `ServiceChannel takes times up to 7 days back. Tell ${client(subscriber)} your hours.`,
  'time-ahead': () =>
    'That time is ahead of the clock at the site. Set this computer’s date, time and time zone right. Then send again.',
  'not-checked-in': ({ subscriber }) =>
    `You are not checked in there any more. Some clients check out by themselves after some hours. Ask ${client(subscriber)} to correct your hours.`,
  field: (of) =>
    of.kind === 'note'
      ? 'Change the text. Then send it.'
      : 'Change what ServiceChannel asks for. Then send it.',
  codes: () => 'This client asks for resolution codes at completion. Choose what it takes. Then send it.',
  'extended-status': () => 'This status is not for this work order. Choose another.',
  'tracking-number': ({ subscriber }) =>
    `Check the number. If it is right, ask ${client(subscriber)} to correct the tracking number. Then send again.`,
  completed: reopen,
  'closed-for-check-in': reopen,
  'mile-range': (of) =>
    `${of.subscriber ?? 'This client'} wants your position, and OnSite sends none. Ask them to allow it without GPS. Or check ${isArrival(of) ? 'in' : 'out'} by phone: ${PHONE_LINE}.`,
  overlap: () => 'Another check-in of yours covers a part of this time. Change the time, or ask your office.',
  'not-allowed': () => 'Perhaps it is done already. Look in ServiceChannel before you send again.',
  'not-on-record': ({ subscriber }) =>
    `ServiceChannel shows no stay of yours at that time. Ask ${client(subscriber)} to correct it.`,
  'status-unknown': ({ subscriber }) =>
    `The mistaken check-in set the status to In Progress / On Site. Ask ${client(subscriber)} to put it back.`,
  'server-error': () =>
    'ServiceChannel failed at it twice, and holds nothing of it. Your time is kept. Send again later. If it fails again, show this text to your office.',
  'open-elsewhere': () =>
    'It was not sent: another check-in of yours was open, made somewhere else. If this one is right, check in anyway.',
  'elsewhere-then': () =>
    'It was not sent: this computer’s clock was wrong. By the right time another check-in of yours covers a part of this stay. Change the time of one of them. Then send again.',
  unknown: () => 'Send again later, or change it. If it is refused again, show this text to your office.',
};

/** Advice in English. */
export const adviceWords = { advice } as const;
