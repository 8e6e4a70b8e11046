import { settleBeginning } from './beginning.ts';
import type { Change, Changed } from './change-commands.ts';
import { changeCodes, withCodesAnew } from './codes.ts';
import { done, type Fault, NOT_NOW, type Ruled, type StatusChoice } from './commands.ts';
import { again, type FoundReport, findReport, QUEUED, replaceVisit, setDelivery, setPair } from './edit.ts';
import { withEdit } from './edits.ts';
import { chosenChange, completeWith, PAUSE, UNCHANGED } from './leaving.ts';
import { takenBack } from './left-open.ts';
import { livePairs, phaseOf, visitsOf } from './phase.ts';
import { misfit } from './stays.ts';
import { OLDEST, startOfMinute, toStamp } from './time.ts';
import {
  type ActivityReport,
  type Context,
  type Leaving,
  type Pair,
  REPAIR,
  type Report,
  type State,
  type Visit,
} from './types.ts';

const refuse = (fault: Fault): Ruled => ({ ok: false, fault });

type Of<K extends Changed['kind']> = Extract<Changed, { kind: K }>;

/**
 * The report at the time that was chosen, which follows no clock any more. Time fields know minutes only, so the minute
 * that it had means its own second.
 */
export function retimed<R extends Report>(report: R, at: number | undefined, ctx: Context): R {
  if (at === undefined || startOfMinute(at) === startOfMinute(report.at.ms)) return report;
  return { ...report, at: toStamp(at, ctx.offsetAt), correction: null };
}

/** Why a report cannot have its new time; null when it can, or when that was not changed. */
export function outOfTime({ at: was }: Report, { at }: Report, ctx: Context): Fault | null {
  if (was.ms === at.ms) return null;
  if (at.ms > ctx.now) return { reason: 'in-future' };
  return at.ms < ctx.now - OLDEST ? { reason: 'too-old' } : null;
}

/** The changed visit, where its times can be so beside the technician's other stays. */
export function fitting(state: State, ctx: Context, { visit, report }: FoundReport, after: Visit): Ruled {
  const settled = settleBeginning(replaceVisit(state, after), ctx, visit);
  if (!settled.ok) return settled;
  const fault = misfit(settled.state, again(settled.state, after), report.id);
  return fault ? refuse(fault) : settled;
}

/**
 * The whole pair carries another type or count; what came after it in this visit carried the same because it was
 * resumed, and is not sent either.
 */
function changeCheckIn(state: State, ctx: Context, found: FoundReport, to: Of<'check-in'>): Ruled {
  const { visit, pair, report } = found;
  if (pair?.checkIn !== report || report.delivery.state !== 'refused') return NOT_NOW;
  const timed = retimed(pair.checkIn, to.at, ctx);
  const late = outOfTime(report, timed, ctx);
  if (late) return refuse(late);
  const { workTypeId, techsCount } = to;
  const follows = (each: Pair) =>
    each.checkIn.delivery.state === 'queued' &&
    each.workTypeId === pair.workTypeId &&
    each.techsCount === pair.techsCount;
  const after = livePairs(visit)
    .slice(livePairs(visit).indexOf(pair) + 1)
    .filter(follows);
  const changed = after.reduce((now, each) => setPair(now, { ...each, workTypeId, techsCount }), visit);
  const checkIn = { ...timed, delivery: QUEUED };
  const edited = withEdit(pair, { ...pair, workTypeId, techsCount, checkIn }, ctx);
  return fitting(state, ctx, found, setPair(changed, edited));
}

function changedLeaving(pair: Pair, { choice }: Of<'check-out'>): Leaving {
  if (!choice) return PAUSE;
  return completeWith(pair.workTypeId === REPAIR ? choice : UNCHANGED);
}

function changeCheckOut(state: State, ctx: Context, found: FoundReport, to: Of<'check-out'>): Ruled {
  const { visit, report, pair } = found;
  const back = takenBack(found);
  const refused = pair?.checkOut === report && report.delivery.state === 'refused' ? pair : null;
  const left = back ?? refused;
  if (!left?.checkOut) return NOT_NOW;
  const timed = retimed(left.checkOut, to.at, ctx);
  const late = outOfTime(report, timed, ctx);
  if (late) return refuse(late);
  const checkOut = { ...timed, leaving: changedLeaving(left, to), delivery: QUEUED };
  const edited = withEdit(left, { ...left, checkOut }, ctx);
  const changed = fitting(state, ctx, found, setPair(visit, edited));
  return changed.ok && to.choice ? codesAnew(changed.state, ctx, found, to.choice) : changed;
}

/** Codes that are chosen with a changed report go before it where they were what was missing. */
function codesAnew(
  state: State,
  ctx: Context,
  { visit, report }: Pick<FoundReport, 'visit' | 'report'>,
  choice: StatusChoice,
): Ruled {
  const { delivery } = report;
  const missing = delivery.state === 'refused' && delivery.problem.reason === 'codes';
  const codesFirst = choice.codesFirst || missing;
  return done(withCodesAnew(state, ctx, visit, report, { ...choice, codesFirst }));
}

/** A status that changes nothing is not sent; the visit that it was to finish ends here without it. */
function changeStatus(state: State, ctx: Context, { visit, report }: FoundReport, to: Of<'status'>): Ruled {
  const { finish } = visit;
  if (!finish || finish !== report || finish.delivery.state !== 'refused') return NOT_NOW;
  const chosen = chosenChange(to.choice);
  if (chosen) {
    const queued = replaceVisit(state, { ...visit, finish: { ...finish, ...chosen, delivery: QUEUED } });
    return codesAnew(queued, ctx, { visit, report }, to.choice);
  }
  const without = setDelivery(visit, finish.id, { state: 'discarded' });
  const endedAt = phaseOf(without) === 'paused' ? ctx.now : without.endedAt;
  return done(replaceVisit(state, { ...without, endedAt }));
}

function changeNote(state: State, { visit, report }: FoundReport, { text }: Of<'note'>): Ruled {
  const said = text.trim();
  if (report.kind !== 'note' || report.delivery.state !== 'refused' || said === '') return NOT_NOW;
  const steps = visit.steps.map((step) =>
    step === report ? { ...report, text: said, delivery: QUEUED } : step,
  );
  return done(replaceVisit(state, { ...visit, steps }));
}

function changedCodes(state: State, { visit, report }: FoundReport, { codes }: Of<'codes'>): Ruled {
  const changed = report.kind === 'codes' ? changeCodes(visit, report, codes) : null;
  return changed ? done(replaceVisit(state, changed)) : NOT_NOW;
}

/** The stay that a work activity records gets other times; the step itself keeps the second that it is found by. */
function changeActivity(
  state: State,
  ctx: Context,
  found: FoundReport,
  step: ActivityReport,
  to: Of<'activity'>,
): Ruled {
  const { visit, pair } = found;
  if (!pair?.checkOut || step.delivery.state !== 'refused') return NOT_NOW;
  const checkIn = retimed(pair.checkIn, to.from, ctx);
  const checkOut = retimed(pair.checkOut, to.until, ctx);
  const late = outOfTime(pair.checkIn, checkIn, ctx) ?? outOfTime(pair.checkOut, checkOut, ctx);
  if (late) return refuse(late);
  const timed = { ...pair, checkIn, checkOut };
  // A correction keeps what is on the record by itself.
  const moved = step.was ? timed : withEdit(pair, timed, ctx);
  return fitting(state, ctx, found, setDelivery(setPair(visit, moved), step.id, QUEUED));
}

/** A change whose time is the one that was shown means the report's own, which the clock may have moved since. */
export function asShown(state: State, change: Change): Change {
  const { to, reportId } = change;
  if ((to.kind !== 'check-in' && to.kind !== 'check-out') || to.at === undefined) return change;
  const shown = findReport(state.visits, reportId)?.report.at.ms;
  const isSame = shown !== undefined && startOfMinute(shown) === startOfMinute(to.at);
  return isSame ? { ...change, to: { ...to, at: undefined } } : change;
}

/** Puts on the record what a refused report says now. Nothing of it has been recorded: it takes its own place again. */
export function ruleChange(state: State, { reportId, to }: Change, ctx: Context): Ruled {
  const found = findReport(visitsOf(state, ctx.owner), reportId);
  // A report that was recorded under a wrong number is deleted, not changed.
  if (!found || (found.visit.movedTo !== null && to.kind !== 'note')) return NOT_NOW;
  switch (to.kind) {
    case 'check-in':
      return changeCheckIn(state, ctx, found, to);
    case 'check-out':
      return changeCheckOut(state, ctx, found, to);
    case 'status':
      return changeStatus(state, ctx, found, to);
    case 'note':
      return changeNote(state, found, to);
    case 'codes':
      return changedCodes(state, found, to);
    case 'activity':
      return found.report.kind === 'activity' ? changeActivity(state, ctx, found, found.report, to) : NOT_NOW;
  }
}
