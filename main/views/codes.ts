import type { ChosenCodes } from '../../preload/contract.ts';
import { codesAbout } from '../visit/codes.ts';
import type { CodeChoice, CodeList, Visit } from '../visit/types.ts';

/** The codes that were chosen with a report, as its form shows them. */
export function codesDraft(visit: Visit, reportId: string): ChosenCodes {
  const chosen = (list: CodeList): readonly CodeChoice[] =>
    codesAbout(visit, reportId).findLast((step) => step.list === list)?.codes ?? [];
  return { codes: chosen('resolution'), rootCauses: chosen('root-cause') };
}
