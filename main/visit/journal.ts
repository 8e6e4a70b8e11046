import type { Delivery, RecordedBy } from './types.ts';

/** Outcomes of a request that the journal tells apart; the names are those of `servicechannel/answers.ts`. */
export const NO_ANSWER = ['timeout', 'broken', 'unreadable', 'not-servicechannel', 'server-error'] as const;
export const NOT_SENT = ['offline', 'rate-limit', 'signed-out', 'not-read', 'behind', 'kept-back'] as const;
export const READ_BACK = ['there', 'absent', 'unclear', 'unreachable'] as const;
/** Read after a check-out was refused because ServiceChannel knew no open check-in, or after one was given up. */
export const FOUND = [
  'held-as-reported',
  'held',
  'check-in-doubted',
  'open-there',
  'closed-there',
  'not-there',
] as const;
/** States that need no further facts. */
export const BARE_STATES = ['queued', 'sending', 'unconfirmed', 'replaced', 'discarded'] as const;

/**
 * One line of the journal of a report's delivery, as a code and its facts: the words are chosen when it is shown. It
 * holds no secret, no name and no text of a technician.
 */
export type JournalEntry =
  | { readonly code: (typeof BARE_STATES)[number] }
  | { readonly code: 'recorded'; readonly mechanicId: number | null; readonly by: RecordedBy }
  | { readonly code: 'refused'; readonly message: string; readonly httpStatus: number }
  /** `detail`: a bare fact such as `HTTP 503`, empty where there is none. */
  | { readonly code: 'not-sent'; readonly why: (typeof NOT_SENT)[number]; readonly detail: string }
  | { readonly code: 'no-answer'; readonly why: (typeof NO_ANSWER)[number] }
  | { readonly code: 'read-back'; readonly seen: (typeof READ_BACK)[number] }
  | { readonly code: (typeof FOUND)[number] }
  /** An error of this program's own, in its log. */
  | { readonly code: 'failed' }
  /** A text of an older version, shown as it was. */
  | { readonly code: 'text'; readonly text: string };

const PASSING: readonly JournalEntry['code'][] = [
  'queued',
  'sending',
  'unconfirmed',
  'not-sent',
  'no-answer',
  'read-back',
];

/** No news once the report is settled: a refusal, what became of it and what was found out stay with their visit. */
export const isPassing = ({ code }: JournalEntry): boolean => PASSING.includes(code);

/** The journal's entry for a report's new state. */
export function entryOf(delivery: Delivery): JournalEntry {
  switch (delivery.state) {
    case 'recorded':
      return { code: delivery.state, mechanicId: delivery.mechanicId, by: delivery.by };
    case 'refused': {
      const { message, httpStatus } = delivery.problem;
      return { code: delivery.state, message, httpStatus };
    }
    default:
      return { code: delivery.state };
  }
}
