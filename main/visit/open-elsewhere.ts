import { done, NOT_NOW, type OpenElsewhere, type Ruled } from './commands.ts';
import { findReport, replaceVisit, setDelivery } from './edit.ts';
import type { Problem } from './problem.ts';
import type { Report, State } from './types.ts';

/**
 * A check-in of ours while another one of the same technician is open that was made elsewhere: one user is on site at
 * one place (DESIGN.md, rule 4), so a person is asked before it is sent.
 */

const OPEN_ELSEWHERE: Problem = { reason: 'open-elsewhere', message: '', httpStatus: 0, codes: [] };

/** Was it stopped before it left, because another check-in is open? */
export const isStopped = ({ delivery }: Pick<Report, 'delivery'>): boolean =>
  delivery.state === 'refused' && delivery.problem.reason === 'open-elsewhere';

/** Nothing of a report has left: it waits, or was stopped before that. */
export const neverLeft = (report: Pick<Report, 'delivery'>): boolean =>
  report.delivery.state === 'queued' || isStopped(report);

/** Whether a person wants a check-in sent although another one is open. */
export const isInsisted = ({ insisted }: State, reportId: string): boolean => insisted.includes(reportId);

/** The state in which a stopped check-in that is sent again goes whatever is open there. */
export const withInsisted = (state: State, report: Report): State =>
  isStopped(report) ? { ...state, insisted: [...state.insisted, report.id] } : state;

/** Stops a check-in that waits to be sent. */
export function ruleOpenElsewhere(state: State, { reportId }: OpenElsewhere): Ruled {
  const { visit, report } = findReport(state.visits, reportId) ?? {};
  // Two looks may find it at once, and a person may have answered since.
  if (report && (isStopped(report) || isInsisted(state, reportId))) return done(state);
  if (report?.kind !== 'check-in' || !visit || report.delivery.state !== 'queued') return NOT_NOW;
  return done(
    replaceVisit(state, setDelivery(visit, reportId, { state: 'refused', problem: OPEN_ELSEWHERE })),
  );
}
