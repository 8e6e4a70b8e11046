import type { StatusChoice } from './choice.ts';

/** A pair gets other times, ms; a field that was left in its minute means the second that it has. */
export interface EditPair {
  readonly type: 'edit-pair';
  readonly pairId: string;
  readonly from: number;
  /** Undefined while it is open. */
  readonly until: number | undefined;
  readonly held?: StayThere | undefined;
}

/** The times that ServiceChannel holds in place of a pair's by the last comparison, ms; `to` is null while it is open. */
export interface StayThere {
  readonly from: number;
  readonly to: number | null;
}

/** A break is put into a pair, ms. */
export interface AddBreak {
  readonly type: 'add-break';
  readonly pairId: string;
  readonly from: number;
  readonly until: number;
  readonly held?: StayThere | undefined;
}

/** The client is asked to change what can be changed from here no more, or never could be, such as the count; ms. */
export interface AskClient {
  readonly type: 'ask-client';
  readonly pairId: string;
  readonly from: number;
  readonly until: number;
  readonly techsCount: number;
  readonly text: string;
}

/** A visit without a check-in of its own time, ms. */
export type AddVisitCommand = StatusChoice & {
  readonly type: 'add-visit';
  readonly workOrderId: number;
  readonly workTypeId: number;
  readonly techsCount: number;
  readonly from: number;
  readonly until: number;
};
