import type { CodeChoice, PrimaryStatus } from './types.ts';

/** How a work order stands on leaving, as a form chooses it. */
export type StatusChoice = {
  readonly primaryStatus: PrimaryStatus;
  readonly extendedStatus?: string | undefined;
  readonly resolution?: string | undefined;
} & CodesChoice;

/** The codes that are chosen at completion, from the client's lists. */
export interface CodesChoice {
  readonly codes?: readonly CodeChoice[] | undefined;
  /** One, or one for each asset category. */
  readonly rootCauses?: readonly CodeChoice[] | undefined;
  /** The client takes the check-out only after them. */
  readonly codesFirst?: boolean | undefined;
}
