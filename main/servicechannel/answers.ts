/**
 * The outcomes of one request to ServiceChannel. There is no idempotency key, so the difference between `unsent`
 * (certainly not processed) and `unknown` (may have been) decides whether a report may be sent again.
 */

/** Why ServiceChannel said no, in the terms that our reason is chosen by. */
export type ErrorReason =
  | 'not-found'
  | 'xml-permission'
  | 'permission'
  | 'work-type'
  | 'premature'
  | 'out-of-date'
  | 'time-ahead'
  | 'not-checked-in'
  | 'field'
  | 'extended-status'
  | 'codes'
  | 'tracking-number'
  | 'completed'
  | 'closed-for-check-in'
  | 'mile-range'
  | 'overlap'
  | 'not-allowed'
  // ServiceChannel failed at it, again and again.
  | 'server-error'
  | 'unknown';

/** A definite no: ServiceChannel's own message, and which reason of ours goes with it. */
export interface Refusal {
  readonly reason: ErrorReason;
  /** ServiceChannel's ErrorMessage as it came, at most 500 characters; empty when it gave none. */
  readonly message: string;
  readonly httpStatus: number;
  /** Integers or enum names, as they came. */
  readonly codes: readonly string[];
}

/** Certainly not processed: it may be sent again. `retryAfterMs` is from now. */
export interface Unsent {
  readonly kind: 'unsent';
  /**
   * `not-read`: how it stands at ServiceChannel must be known first, and could not be read. `behind`: what was read may be
   * older than our last request. `kept-back`: the caller took it back at the last moment.
   */
  readonly why: 'offline' | 'rate-limit' | 'signed-out' | 'not-read' | 'behind' | 'kept-back';
  readonly retryAfterMs: number | null;
  /** A bare fact beside that: the name of a network error, `HTTP 503`, a host; empty: none. Never a sentence, never a secret. */
  readonly detail: string;
}

/** May have been processed: it must not be sent again before the record was read back. */
export interface Unknown {
  readonly kind: 'unknown';
  /** `not-servicechannel`: a web filter, a guest network's page or a proxy has answered instead. */
  readonly why: 'timeout' | 'broken' | 'unreadable' | 'not-servicechannel' | 'server-error';
  /** As that of `Unsent`. */
  readonly detail: string;
  /** Of a server error, or a 4xx without a body: the words and codes that came with it, and what it may mean. */
  readonly error?: Refusal;
}

export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | Unsent
  | Unknown;

/** An access token, or why there is none. */
export type TokenAnswer = { readonly kind: 'ok'; readonly token: string } | Unsent;
