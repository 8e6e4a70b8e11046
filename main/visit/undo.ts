import { type Act, done, type Fault, type Ruled } from './commands.ts';
import { isStopped } from './open-elsewhere.ts';
import { isOpen, isOwn, isOwnedBy, phaseOf, reportsOf, technicianOf } from './phase.ts';
import { toStamp } from './time.ts';
import {
  type Context,
  type Deed,
  type LastAct,
  type Report,
  type State,
  TRAVEL,
  type Visit,
} from './types.ts';

const TOO_LATE: Fault = { reason: 'too-late' };

/** Is this report kept back, because its act can still be taken back? */
export const isUndoable = ({ lastAct }: State, reportId: string): boolean =>
  lastAct?.reportIds.includes(reportId) ?? false;

/** Nothing of it has left: it waits here, or it goes by phone and never leaves. */
const isStillHere = ({ delivery }: Report): boolean =>
  delivery.state === 'queued' ||
  isStopped({ delivery }) ||
  (delivery.state === 'recorded' && delivery.by === 'phone');

const touchedBy = (before: State, after: State): LastAct['touched'] =>
  after.visits
    .filter((visit) => !before.visits.includes(visit))
    .map(({ id }) => ({ id, before: before.visits.find((old) => old.id === id) ?? null }));

function deedOf(act: Act, before: Visit | null, switched: boolean): Deed {
  switch (act.type) {
    case 'check-in':
      if (before && phaseOf(before) === 'travelling') return 'arrived';
      if (act.workTypeId === TRAVEL) return 'drive-to';
      return switched ? 'switch' : 'check-in';
    case 'resume':
      return switched ? 'switch' : 'resume';
    case 'check-out':
      return before && phaseOf(before) === 'travelling' ? 'stop-driving' : 'check-out';
    case 'finish':
      return act.primaryStatus === 'NoStatusChange' ? 'end' : 'set-status';
    case 'continue':
      return 'check-in';
    default:
      return act.type;
  }
}

/** The visit that an act is about: a check-in names its work order and is the owner's own, every other act its visit. */
const isAbout = (act: Act, visit: Visit): boolean =>
  'visitId' in act ? visit.id === act.visitId : visit.workOrderId === act.workOrderId && isOwn(visit);

const visitOfCheckIn = (act: Act, changed: readonly Visit[]): Visit | undefined =>
  act.type === 'check-in'
    ? changed.findLast(({ workOrderId }) => workOrderId === act.workOrderId)
    : undefined;

/**
 * The act that can be taken back, which made `after` of `before`; null where a part of it is on the record already,
 * or
 * it changed nothing.
 */
function lastActOf(before: State, after: State, act: Act, ctx: Context): LastAct | null {
  const { owner } = ctx;
  const touched = touchedBy(before, after);
  const changed = after.visits.filter((visit) => touched.some(({ id }) => id === visit.id));
  // Colleagues may join a technician who is there already: it is about the last of them.
  const visit = changed.findLast((each) => isAbout(act, each)) ?? visitOfCheckIn(act, changed);
  // A check-in made elsewhere that goes on here is on the record already.
  if (!owner || !visit || act.type === 'continue') return null;
  const known = new Set(before.visits.flatMap(reportsOf).map(({ id }) => id));
  const madeIn = (each: Visit) => reportsOf(each).filter(({ id }) => !known.has(id));
  const made = changed.flatMap(madeIn);
  if (!made.every(isStillHere)) return null;
  const old = touched.find(({ id }) => id === visit.id)?.before ?? null;
  const switched = touched.some(
    (each) =>
      each.id !== visit.id &&
      each.before &&
      technicianOf(each.before) === technicianOf(visit) &&
      isOpen(each.before),
  );
  return {
    ...owner,
    deed: deedOf(act, old, switched),
    visitId: visit.id,
    workOrderId: visit.workOrderId,
    at: madeIn(visit)[0]?.at ?? toStamp(ctx.now, ctx.offsetAt),
    chosen: act.at !== undefined,
    reportIds: made.map(({ id }) => id),
    touched,
  };
}

const withLastAct = (state: State, lastAct: LastAct | null): Ruled =>
  done(state.lastAct === lastAct ? state : { ...state, lastAct });

/** An act was ruled on: it is what can be taken back now, if it can. */
export function acted(before: State, ruled: Ruled, act: Act, ctx: Context): Ruled {
  if (!ruled.ok) return ruled;
  const isOwnWill = act.type !== 'pause' || !act.automatic;
  return withLastAct(
    ruled.state,
    ctx.undoable && isOwnWill ? lastActOf(before, ruled.state, act, ctx) : null,
  );
}

/** Something was ruled on that cannot be taken back itself: nothing before it can any more. */
export const decided = (ruled: Ruled): Ruled => (ruled.ok ? withLastAct(ruled.state, null) : ruled);

/** The visit without what the act did to it; what was found out about its other reports meanwhile stands. */
function without(visit: Visit, before: Visit, { reportIds }: LastAct): Visit {
  const isMade = ({ id }: Report) => reportIds.includes(id);
  return {
    ...visit,
    arrivalTypeId: before.arrivalTypeId,
    endedAt: before.endedAt,
    finish: visit.finish && isMade(visit.finish) ? before.finish : visit.finish,
    steps: visit.steps.filter((step) => !isMade(step)),
    pairs: visit.pairs
      .filter(({ checkIn }) => !isMade(checkIn))
      .map((pair) => {
        if (!pair.checkOut || !isMade(pair.checkOut)) return pair;
        const { leftOpen = null } = before.pairs.find(({ id }) => id === pair.id) ?? {};
        return { ...pair, checkOut: null, leftOpen };
      }),
  };
}

/** Takes the last act back, whole: nothing of it has left. Its reports are in the state no more; the history keeps them. */
export function ruleUndo(state: State, { owner }: Context): Ruled {
  const last = state.lastAct;
  if (!last || !owner || !isOwnedBy(last, owner)) return { ok: false, fault: TOO_LATE };
  const reports = state.visits.flatMap(reportsOf).filter(({ id }) => last.reportIds.includes(id));
  if (!reports.every(isStillHere)) return { ok: false, fault: TOO_LATE };
  const visits = state.visits.flatMap((visit) => {
    const touched = last.touched.find(({ id }) => id === visit.id);
    if (!touched) return [visit];
    return touched.before ? [without(visit, touched.before, last)] : [];
  });
  return done({ ...state, visits, lastAct: null });
}
