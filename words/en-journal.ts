import type { BARE_STATES, FOUND, JournalEntry } from '../main/visit/journal.ts';
import type { RecordedBy } from '../main/visit/types.ts';
import { says } from './en-quotes.ts';

type Of<C extends JournalEntry['code']> = Extract<JournalEntry, { code: C }>;

const NOT_SENT: Readonly<Record<Of<'not-sent'>['why'], string>> = {
  offline: 'Not sent: no connection',
  'rate-limit': 'Not sent: ServiceChannel takes no more requests this minute',
  'signed-out': 'Not sent: nobody is signed in',
  'not-read': 'Not sent: OnSite must look first how it stands, and could not',
  behind: 'Not sent: what ServiceChannel shows may be behind',
  'kept-back': 'Not sent: it was taken back at the last moment',
};

const NO_ANSWER: Readonly<Record<Of<'no-answer'>['why'], string>> = {
  timeout: 'No answer in time',
  broken: 'The connection broke before an answer',
  unreadable: 'The answer could not be read',
  'not-servicechannel': 'Something between this computer and ServiceChannel answered',
  'server-error': 'ServiceChannel failed to answer',
};

const READ_BACK: Readonly<Record<Of<'read-back'>['seen'], string>> = {
  there: 'Looked: ServiceChannel has it',
  absent: 'Looked: ServiceChannel does not have it',
  unclear: 'Looked: ServiceChannel does not tell',
  unreachable: 'ServiceChannel could not be asked',
};

const BARE: Readonly<Record<(typeof BARE_STATES | typeof FOUND)[number], string>> = {
  queued: 'Kept on this computer, waits to be sent',
  sending: 'Sent',
  unconfirmed: 'Nobody knows whether it was recorded',
  replaced: 'Another report records it',
  discarded: 'Given up: not reported',
  'held-as-reported': 'Looked: ServiceChannel has the check-out at this time already',
  held: 'Looked: somebody else checked you out',
  'check-in-doubted': 'Looked: ServiceChannel does not have the check-in',
  'open-there': 'Looked: ServiceChannel has the check-in open',
  'closed-there': 'Looked: ServiceChannel has the check-in closed',
  'not-there': 'Looked: ServiceChannel has nothing of it',
};

/** How a report is known to be recorded. */
export const RECORDED: Readonly<Record<RecordedBy, string>> = {
  answer: 'Recorded',
  'read-back': 'Recorded, as ServiceChannel shows it',
  technician: 'Recorded, as you said',
  phone: 'By phone: not sent from here',
  client: 'The client was told, and enters it by hand',
};

/** @param time when that was known; null: that was not kept */
export function recordedAt(by: RecordedBy, time: string | null): string {
  if (time === null) return RECORDED[by];
  switch (by) {
    case 'answer':
      return `Recorded at ${time}`;
    case 'read-back':
      return `Recorded. Seen at ServiceChannel at ${time}`;
    case 'technician':
      return `Recorded, as you said at ${time}`;
    case 'phone':
    case 'client':
      return RECORDED[by];
  }
}

const recorded = ({ mechanicId, by }: Of<'recorded'>): string =>
  mechanicId === null ? RECORDED[by] : `${RECORDED[by]}, MechanicId ${mechanicId}`;

/** A line of the journal of a report's delivery. */
function journal(entry: JournalEntry): string {
  switch (entry.code) {
    case 'recorded':
      return recorded(entry);
    case 'refused':
      return entry.message ? `Refused. ${says(entry.message)}` : `Refused (HTTP ${entry.httpStatus})`;
    case 'not-sent':
      return entry.detail ? `${NOT_SENT[entry.why]} (${entry.detail})` : NOT_SENT[entry.why];
    case 'no-answer':
      return `${NO_ANSWER[entry.why]}: OnSite looks whether it arrived`;
    case 'read-back':
      return READ_BACK[entry.seen];
    case 'failed':
      return 'Something went wrong in OnSite; it is tried again';
    case 'text':
      return entry.text;
    default:
      return BARE[entry.code];
  }
}

/** The journal of delivery in English. */
export const deliveryJournal = { journal } as const;
