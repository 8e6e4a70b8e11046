import type { Act, CheckInCommand, ContinueCommand, Ruled } from './commands.ts';
import { UNCHANGED } from './leaving.ts';
import { type Phase, phaseOf, technicianOf, visitsAt } from './phase.ts';
import type { Owner, State, Visit } from './types.ts';

/** Acts that colleagues do along with the technician who reports them (a pair for each of them, with one technician). */

/** An act of one technician. */
export interface ActOf {
  readonly technician: number;
  readonly act: Exclude<Act, ContinueCommand>;
}

/** The phases of a colleague's visit in which an act means them as well. */
const MEANS: Readonly<Partial<Record<Act['type'], readonly Phase[]>>> = {
  arrived: ['travelling'],
  pause: ['on site'],
  resume: ['paused'],
  'check-out': ['on site', 'travelling'],
};

/** The colleagues of an act, each once; never the technician whose act it is. */
const crewOf = (act: Act, technician: number): readonly number[] =>
  'crew' in act ? [...new Set(act.crew)].filter((userId) => userId !== technician) : [];

/** Whether one of the owner's technicians is on site at the work order of a check-in already. */
export const isHere = (
  state: State,
  { workOrderId }: CheckInCommand,
  owner: Owner,
  technician: number,
): boolean =>
  visitsAt(state, owner, technician).some(
    (visit) => visit.workOrderId === workOrderId && phaseOf(visit) === 'on site',
  );

/** A colleague's check-in, unless they are there already. */
const checkIns = (state: State, command: CheckInCommand, owner: Owner, userId: number): readonly ActOf[] =>
  isHere(state, command, owner, userId) ? [] : [{ technician: userId, act: { ...command, techsCount: 1 } }];

/**
 * The same act for each of the crew who is where the visit is, and whom it means: of several who check out the technician
 * alone sets the status.
 */
export function crewActs(
  state: State,
  act: Exclude<Act, ContinueCommand>,
  owner: Owner,
  visit: Visit | null,
): readonly ActOf[] {
  if (act.type === 'check-in')
    return crewOf(act, owner.userId).flatMap((userId) => checkIns(state, act, owner, userId));
  if (!visit) return [];
  return crewOf(act, technicianOf(visit)).flatMap((technician): readonly ActOf[] => {
    const theirs = visitsAt(state, owner, technician).find(
      (each) => each.workOrderId === visit.workOrderId && MEANS[act.type]?.includes(phaseOf(each)),
    );
    if (!theirs) return [];
    const alone = { ...act, visitId: theirs.id };
    return [{ technician, act: act.type === 'check-out' ? { ...alone, ...UNCHANGED } : alone }];
  });
}

/** Says of a fault of a colleague's act whose it is. */
export function ofColleague(ruled: Ruled, userId: number): Ruled {
  if (ruled.ok || ruled.fault.reason === 'of-colleague') return ruled;
  return { ok: false, fault: { reason: 'of-colleague', userId, fault: ruled.fault } };
}
