/** Why ServiceChannel said no, in the terms that our reason is chosen by. */
export const REFUSAL_REASONS = [
  'not-found',
  'xml-permission',
  'permission',
  'work-type',
  'premature',
  'out-of-date',
  'time-ahead',
  'not-checked-in',
  'field',
  'extended-status',
  // Resolution codes or a root cause: missing, or not as ServiceChannel takes them.
  'codes',
  'tracking-number',
  'completed',
  'closed-for-check-in',
  'mile-range',
  'overlap',
  'not-allowed',
  // ServiceChannel failed at it, again and again.
  'server-error',
  'unknown',
  // Not ServiceChannel's words but ours, about the steps of a repair.
  'not-on-record',
  'status-unknown',
  // Ours too: a check-in that was not sent, because another one is open that was made elsewhere.
  'open-elsewhere',
  // And one that was said, while this computer's clock was wrong, into a time at which its technician was elsewhere.
  'elsewhere-then',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A stay as ServiceChannel holds it, ms. */
export interface ClosedStay {
  readonly from: number;
  readonly to: number;
}

/** Anything refused: ServiceChannel's own message, and which reason of ours goes with it. */
export interface Problem {
  readonly reason: RefusalReason;
  /** ServiceChannel's ErrorMessage as it came, shortened; empty when it gave none. */
  readonly message: string;
  readonly httpStatus: number;
  /** Integers or enum names, as they came. */
  readonly codes: readonly string[];
  /** The pair as ServiceChannel holds it instead, where it was read after the refusal. */
  readonly held?: ClosedStay | undefined;
}

/** Whether what has the problem was stopped here, before it was sent. */
export const isStoppedHere = ({ reason }: Pick<Problem, 'reason'>): boolean =>
  reason === 'open-elsewhere' || reason === 'elsewhere-then';
