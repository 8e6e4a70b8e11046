import { PHONE_LINE } from './phone-line.ts';

/** Checking in and out by phone, in English. */
export const phone = {
  title: 'By phone',
  opens: 'By phone…',
  line: PHONE_LINE,
  call: 'Call',
  pin: 'Company PIN',
  arrive: 'Wait until you hear that you are checked in.',
  /** `digit` where it is known; `status` where one is chosen. */
  leave: (digit: string | null, status: string | null) => {
    if (status === null) return 'Press the digit of the status that you choose.';
    return digit === null
      ? `Press the digit that the voice names for ${status}.`
      : `Press ${digit} for ${status}. The voice has the last word.`;
  },
  recorded: 'The call was recorded',
  notYet: 'ServiceChannel does not show the call yet. That can take a minute.',
  look: 'Look for the call',
} as const;
