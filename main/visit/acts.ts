import { withCodes } from './codes.ts';
import {
  type Act,
  type CheckInCommand,
  type ContinueCommand,
  done,
  NOT_NOW,
  type Ruled,
  type StatusChoice,
} from './commands.ts';
import { ruleContinue } from './continue.ts';
import { type ActOf, crewActs, isHere, ofColleague } from './crew.ts';
import {
  addFinish,
  again,
  arrivalOf,
  asTyped,
  closePair,
  newVisit,
  openPair,
  replaceVisit,
  setPair,
} from './edit.ts';
import { chosenChange, completeWith, PAUSE, UNCHANGED } from './leaving.ts';
import {
  isOpen,
  isSettled,
  lastPair,
  openVisit,
  phaseOf,
  technicianOf,
  visitsAt,
  visitsOf,
} from './phase.ts';
import { toStamp } from './time.ts';
import {
  type Context,
  type Leaving,
  type Owner,
  REPAIR,
  type Stamp,
  type State,
  TRAVEL,
  type Visit,
} from './types.ts';
import { actTime } from './when.ts';

const leavingOf = (visit: Visit, choice: StatusChoice): Leaving =>
  completeWith(lastPair(visit)?.workTypeId === REPAIR ? choice : UNCHANGED);

/** Checks out for an arrival and in with the arrival's type at the same instant: one act. */
function arrive(
  state: State,
  visit: Visit,
  ctx: Context,
  at: Stamp,
  typeId: number,
  techsCount: number,
): State {
  const left = closePair(state, visit, ctx, at, completeWith(UNCHANGED));
  return openPair(left, again(left, visit), ctx, at, { workTypeId: typeId, techsCount });
}

/** Whether a deletion under way would take a new check-in with it: it names the old one by its second alone. */
const wouldBeDeleted = (mine: readonly Visit[], workOrderId: number, at: Stamp): boolean =>
  mine
    .flatMap((visit) => visit.steps)
    .some(
      (step) =>
        step.kind === 'deletion' &&
        step.workOrderId === workOrderId &&
        step.from.ms === at.ms &&
        !isSettled(step),
    );

/** Whether another user's sign-in on this computer has the technician on site: one user is at one place (rule 4). */
const isReportedByAnother = ({ visits }: State, { userId, server }: Owner, technician: number): boolean =>
  visits.some(
    (each) =>
      each.server === server && each.userId !== userId && technicianOf(each) === technician && isOpen(each),
  );

/** Checks one technician in; the owner reports it. */
function checkIn(
  state: State,
  ctx: Context,
  owner: Owner,
  technician: number,
  command: CheckInCommand,
  at: Stamp,
): Ruled {
  const mine = visitsAt(state, owner, technician);
  if (isReportedByAnother(state, owner, technician))
    return { ok: false, fault: { reason: 'reported-by-another' } };
  if (wouldBeDeleted(mine, command.workOrderId, at)) return { ok: false, fault: { reason: 'in-question' } };
  const here = openVisit(mine);
  if (here?.workOrderId === command.workOrderId) {
    if (phaseOf(here) !== 'travelling' || command.workTypeId === TRAVEL)
      return { ok: false, fault: { reason: 'already-on-site', workOrderId: here.workOrderId } };
    return done(arrive(state, here, ctx, at, command.workTypeId, command.techsCount));
  }
  const free = here ? closePair(state, here, ctx, at, PAUSE) : state;
  const paused = mine.find((v) => v.workOrderId === command.workOrderId && phaseOf(v) === 'paused');
  const visit = paused
    ? { ...paused, arrivalTypeId: arrivalOf(command.arrivalTypeId ?? paused.arrivalTypeId) }
    : newVisit(ctx, owner, command, technician);
  const joined = paused ? free : { ...free, visits: [...free.visits, visit] };
  return done(openPair(joined, visit, ctx, at, { ...command, userId: technician }));
}

function resume(state: State, ctx: Context, visit: Visit, at: Stamp): Ruled {
  const last = lastPair(visit);
  if (phaseOf(visit) !== 'paused' || !last) return NOT_NOW;
  const here = openVisit(visitsAt(state, visit, technicianOf(visit)));
  const free = here ? closePair(state, here, ctx, at, PAUSE) : state;
  return done(openPair(free, again(free, visit), ctx, at, last));
}

function checkOut(state: State, ctx: Context, visit: Visit, at: Stamp, choice: StatusChoice): Ruled {
  const closed = closePair(state, visit, ctx, at, leavingOf(visit, choice));
  const last = lastPair(again(closed, visit));
  return done(last?.workTypeId === REPAIR ? withCodes(closed, ctx, visit, last.checkOut, choice) : closed);
}

function finish(state: State, ctx: Context, visit: Visit, at: Stamp, choice: StatusChoice): Ruled {
  if (phaseOf(visit) !== 'paused') return NOT_NOW;
  const status = chosenChange(choice);
  if (!status) return done(replaceVisit(state, { ...visit, endedAt: ctx.now }));
  const finished = addFinish(state, visit, ctx, at, status);
  return done(withCodes(finished, ctx, visit, again(finished, visit).finish, choice));
}

function changeCrew(state: State, ctx: Context, visit: Visit, at: Stamp, techsCount: number): Ruled {
  const last = lastPair(visit);
  if (!isOpen(visit) || !last) return NOT_NOW;
  if (last.techsCount === techsCount) return done(state);
  const left = closePair(state, visit, ctx, at, PAUSE);
  return done(openPair(left, again(left, visit), ctx, at, { workTypeId: last.workTypeId, techsCount }));
}

function takeBreak(state: State, ctx: Context, visit: Visit, from: Stamp, until: number): Ruled {
  const last = lastPair(visit);
  if (phaseOf(visit) !== 'on site' || !last) return NOT_NOW;
  if (until > ctx.now) return { ok: false, fault: { reason: 'in-future' } };
  const to = toStamp(until, ctx.offsetAt);
  if (to.ms <= from.ms) return { ok: false, fault: { reason: 'break-order' } };
  const left = closePair(state, visit, ctx, from, PAUSE);
  const back = openPair(left, again(left, visit), ctx, to, last);
  const on = again(back, visit);
  const second = lastPair(on);
  return done(
    second ? replaceVisit(back, setPair(on, { ...second, checkIn: asTyped(second.checkIn) })) : back,
  );
}

/**
 * Applies an act of one technician: the owner, or the colleague at whose visit it is done. The act's time is settled
 * first, so every branch has one.
 */
export function ruleActOf(
  state: State,
  act: Exclude<Act, ContinueCommand>,
  ctx: Context,
  technician: number,
): Ruled {
  const { owner } = ctx;
  if (!owner) return NOT_NOW;
  const mine = visitsAt(state, owner, technician);
  const visit = act.type === 'check-in' ? undefined : mine.find((each) => each.id === act.visitId);
  const workOrderId = act.type === 'check-in' ? act.workOrderId : visit?.workOrderId;
  const when = actTime(mine, ctx, workOrderId, act);
  if (!when.ok) return when;
  if (act.type === 'check-in') return checkIn(state, ctx, owner, technician, act, when.at);
  const last = visit && lastPair(visit);
  if (!visit || !last) return NOT_NOW;
  switch (act.type) {
    case 'arrived':
      if (phaseOf(visit) !== 'travelling') return NOT_NOW;
      return done(arrive(state, visit, ctx, when.at, visit.arrivalTypeId, last.techsCount));
    case 'pause':
      if (phaseOf(visit) !== 'on site') return NOT_NOW;
      return done(closePair(state, visit, ctx, when.at, PAUSE));
    case 'check-out':
      if (!isOpen(visit)) return NOT_NOW;
      return checkOut(state, ctx, visit, when.at, act);
    case 'resume':
      return resume(state, ctx, visit, when.at);
    case 'finish':
      return finish(state, ctx, visit, when.at, act);
    case 'break':
      return takeBreak(state, ctx, visit, when.at, act.until);
    case 'change-crew':
      return changeCrew(state, ctx, visit, when.at, act.techsCount);
  }
}

/** Applies a technician's act to the state, for all technicians of it: all of it, or nothing. */
export function ruleAct(state: State, act: Act, ctx: Context): Ruled {
  if (act.type === 'continue') return ruleContinue(state, act, ctx);
  const { owner } = ctx;
  if (!owner) return NOT_NOW;
  const visit = act.type === 'check-in' ? null : visitsOf(state, owner).find(({ id }) => id === act.visitId);
  const technician = visit ? technicianOf(visit) : owner.userId;
  const others = crewActs(state, act, owner, visit ?? null);
  const own: ActOf = { technician, act };
  // Colleagues join the technician, who is there already.
  if (act.type === 'check-in' && others.length > 0 && isHere(state, act, owner, owner.userId))
    return allOf(state, others, ctx);
  // Of those who leave together the one with the status is the last: a completed order takes no check-out.
  const all = act.type === 'check-out' ? [...others, own] : [own, ...others];
  return allOf(state, all, ctx);
}

/** Each in turn, and nothing at all where one of them cannot be done. */
function allOf(state: State, acts: readonly ActOf[], ctx: Context): Ruled {
  return acts.reduce<Ruled>((ruled, { act, technician }) => {
    if (!ruled.ok) return ruled;
    const next = ruleActOf(ruled.state, act, ctx, technician);
    return technician === ctx.owner?.userId ? next : ofColleague(next, technician);
  }, done(state));
}
