import type { ChosenCodes, CodeChoice, PrimaryStatus } from '../../preload/contract.ts';
import { NO_TIME, type TimeDraft } from './time-draft.ts';

/** A check-out that is being filled in. */
export interface LeavingDraft extends ChosenCodes {
  readonly primaryStatus: PrimaryStatus | '';
  readonly extendedStatus: string;
  readonly resolution: string;
  readonly time: TimeDraft;
  /** UserIds of the colleagues there who do not act along. */
  readonly apart: readonly number[];
}

export const NO_LEAVING: LeavingDraft = {
  primaryStatus: '',
  extendedStatus: '',
  resolution: '',
  codes: [],
  rootCauses: [],
  time: NO_TIME,
  apart: [],
};

/** The contents of a finished form. */
export interface FilledStatus {
  readonly primaryStatus: PrimaryStatus;
  readonly extendedStatus: string;
  readonly resolution: string;
  readonly codes: CodeChoice[];
  readonly rootCauses: CodeChoice[];
  /** The client takes the status only after them. */
  readonly codesFirst: boolean;
}
