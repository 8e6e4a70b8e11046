import type { FormAgain, UndoView } from '../../preload/contract.ts';
import { findReport } from '../visit/edit.ts';
import { livePairs } from '../visit/phase.ts';
import { type LastAct, type Leaving, REPAIR, type StatusChange, type Visit } from '../visit/types.ts';
import { codesDraft } from './codes.ts';

/**
 * The windows' view of the act that can be taken back.
 * @param until the end of that time by this computer's clock, ms
 */
export function undoView(
  last: LastAct | null,
  visits: readonly Visit[],
  until: number | null,
  seconds: number,
): UndoView | null {
  if (!last || until === null) return null;
  const { deed, workOrderId, reportIds } = last;
  // Its time may have been put right since.
  const report = findReport(
    visits,
    reportIds.find((id) => findReport(visits, id)?.visit.id === last.visitId) ?? '',
  );
  return { deed, workOrderId, at: report?.report.at ?? last.at, until, seconds };
}

const choiceOf = (
  of: StatusChange | Extract<Leaving, { action: 'Complete' }>,
  visit: Visit,
  reportId: string,
): FormAgain['choice'] => ({
  ...codesDraft(visit, reportId),
  primaryStatus: of.primaryStatus,
  extendedStatus: of.extendedStatus ?? '',
  resolution: of.resolution ?? '',
});

/** The form that the act was done with, as it was filled in; null where it had none. */
export function formOf(last: LastAct | null, visits: readonly Visit[]): Omit<FormAgain, 'at'> | null {
  const visit = visits.find(({ id }) => id === last?.visitId);
  if (!last || !visit) return null;
  const { deed, visitId } = last;
  if (deed === 'set-status' && visit.finish)
    return { visitId, form: 'finish', choice: choiceOf(visit.finish, visit, visit.finish.id), time: null };
  const pair = livePairs(visit).at(-1);
  const { leaving, at, id } = pair?.checkOut ?? {};
  if (deed !== 'check-out' || pair?.workTypeId !== REPAIR || leaving?.action !== 'Complete') return null;
  return {
    visitId,
    form: 'check-out',
    choice: choiceOf(leaving, visit, id ?? ''),
    time: last.chosen ? (at?.ms ?? null) : null,
  };
}
