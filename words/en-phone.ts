import type { PrimaryStatus } from '../preload/contract.ts';
import { PHONE_LINE } from './en-advice.ts';
import { statuses } from './en-problems.ts';

/** The digits of ServiceChannel's phone menu that its help names; the others differ by client. */
const DIGITS: Partial<Readonly<Record<PrimaryStatus, string>>> = { Completed: '1', Incomplete: '2' };

/** Checking in and out by phone, in English. */
export const phone = {
  title: 'By phone',
  opens: 'By phone…',
  line: PHONE_LINE,
  call: 'Call',
  pin: 'Company PIN',
  arrive: 'Wait until you hear that you are checked in.',
  leave: (status: PrimaryStatus | '') => {
    if (status === '') return 'Press the digit of the status that you choose.';
    const digit = DIGITS[status];
    return digit
      ? `Press ${digit} for ${statuses[status]}. The voice has the last word.`
      : `Press the digit that the voice names for ${statuses[status]}.`;
  },
  recorded: 'The call was recorded',
  notYet: 'ServiceChannel does not show the call yet. That can take a minute.',
  look: 'Look for the call',
} as const;
