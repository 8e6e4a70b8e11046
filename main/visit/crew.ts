import type { Act, CheckInCommand, ContinueCommand, Ruled } from './commands.ts';
import { UNCHANGED } from './leaving.ts';
import { phaseOf, technicianOf, visitsAt } from './phase.ts';
import type { Owner, State, Visit } from './types.ts';

/** Acts that colleagues do along with the technician who reports them (a pair for each of them, with one technician). */

/** An act of one technician. */
export interface ActOf {
  readonly technician: number;
  readonly act: Exclude<Act, ContinueCommand>;
}

/** The phases of a colleague's visit in which an act means them as well. */
const MEANS = {
  arrived: ['travelling'],
  pause: ['on site'],
  resume: ['paused'],
  'check-out': ['on site', 'travelling'],
} as const;

/** The colleagues of an act, each once; never the technician whose act it is. */
const crewOf = (act: Act, technician: number): readonly number[] =>
  'crew' in act ? [...new Set(act.crew)].filter((userId) => userId !== technician) : [];

/** Whether the owner is on site at the work order of a check-in already. */
export const isHere = (state: State, { workOrderId }: CheckInCommand, owner: Owner | null): boolean =>
  owner !== null &&
  visitsAt(state, owner, owner.userId).some(
    (visit) => visit.workOrderId === workOrderId && phaseOf(visit) === 'on site',
  );

/** A colleague's check-in, unless they are there already. */
function checkIns(state: State, command: CheckInCommand, owner: Owner, userId: number): readonly ActOf[] {
  const here = visitsAt(state, owner, userId).find(
    (visit) => visit.workOrderId === command.workOrderId && phaseOf(visit) === 'on site',
  );
  return here ? [] : [{ technician: userId, act: { ...command, techsCount: 1 } }];
}

/**
 * The same act for each of the crew who is where the visit is, and whom it means: of several who check out the technician
 * alone sets the status.
 */
export function crewActs(
  state: State,
  act: Exclude<Act, ContinueCommand>,
  owner: Owner | null,
  visit: Visit | null,
): readonly ActOf[] {
  if (!owner) return [];
  if (act.type === 'check-in')
    return crewOf(act, owner.userId).flatMap((userId) => checkIns(state, act, owner, userId));
  if (!visit || !(act.type in MEANS)) return [];
  return crewOf(act, technicianOf(visit)).flatMap((technician): readonly ActOf[] => {
    const theirs = visitsAt(state, owner, technician).find(
      (each) => each.workOrderId === visit.workOrderId && isMeant(act.type, each),
    );
    if (!theirs) return [];
    const alone = { ...act, visitId: theirs.id };
    return [{ technician, act: act.type === 'check-out' ? { ...alone, ...UNCHANGED } : alone }];
  });
}

function isMeant(type: Act['type'], visit: Visit): boolean {
  const phases: readonly string[] = Object.entries(MEANS).find(([name]) => name === type)?.[1] ?? [];
  return phases.includes(phaseOf(visit));
}

/** Says of a fault of a colleague's act whose it is. */
export function ofColleague(ruled: Ruled, userId: number): Ruled {
  if (ruled.ok || ruled.fault.reason === 'of-colleague') return ruled;
  return { ok: false, fault: { reason: 'of-colleague', userId, fault: ruled.fault } };
}
