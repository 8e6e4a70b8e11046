import { fitting, outOfTime, retimed } from './change.ts';
import { withCodes } from './codes.ts';
import { done, type Fault, NOT_NOW, type Ruled } from './commands.ts';
import {
  addStep,
  again,
  asTyped,
  closePair,
  freshReport,
  newVisit,
  openPair,
  replaceVisit,
  setPair,
} from './edit.ts';
import type { AddBreak, AddVisitCommand, EditPair, StayThere } from './edit-commands.ts';
import { withEdit } from './edits.ts';
import { completeWith, PAUSE, UNCHANGED } from './leaving.ts';
import { livePairs, pairReports, visitsOf } from './phase.ts';
import { isStatusOpen, statusAgain } from './set-again.ts';
import { misfit } from './stays.ts';
import { OLDEST, toStamp } from './time.ts';
import {
  type ActivityReport,
  type CheckOut,
  type Context,
  type HeldTimes,
  type Pair,
  REPAIR,
  type State,
  type Visit,
} from './types.ts';

/** Days put right afterwards, from the timesheet (DESIGN.md, rule 1: into a free gap, not over 7 days back). */

const refuse = (fault: Fault): Ruled => ({ ok: false, fault });

export type ClosedPair = Pair & { readonly checkOut: CheckOut };

interface Own {
  readonly visit: Visit;
  readonly pair: Pair;
}

function ownPair(state: State, ctx: Context, pairId: string): Own | null {
  for (const visit of visitsOf(state, ctx.owner)) {
    const pair = livePairs(visit).find(({ id }) => id === pairId);
    if (pair) return pair.reportedBy === 'phone' ? null : { visit, pair };
  }
  return null;
}

/** The work activity that put this pair right last. */
const lastStep = ({ steps }: Visit, pair: Pair): ActivityReport | undefined =>
  steps.filter((step) => step.kind === 'activity').findLast((step) => step.pairId === pair.id);

const isAllQueued = (pair: Pair): boolean =>
  pairReports(pair).every(({ delivery }) => delivery.state === 'queued');

/** Held there by an answer or a look: what a phone or a client entered is theirs to correct. */
export const isHeld = (pair: Pair): boolean =>
  pairReports(pair).every(
    ({ delivery }) => delivery.state === 'recorded' && delivery.by !== 'phone' && delivery.by !== 'client',
  );

/**
 * A recorded pair gets other times: one correction of its work activity, which keeps the times that were. One that
 * waits to be sent takes the new times along.
 * @param held the times by which ServiceChannel has it where they are others
 */
export function withCorrection(
  state: State,
  ctx: Context,
  visit: Visit,
  was: ClosedPair,
  held: HeldTimes | null = null,
): State | Fault {
  const last = lastStep(visit, was);
  const at = last?.delivery.state;
  if (at === 'queued' && last?.was) return state;
  if (at === 'queued' || at === 'sending' || at === 'unconfirmed') return { reason: 'in-question' };
  if (at === 'refused' || !isHeld(was)) return { reason: 'not-now' };
  return addStep(state, visit, ctx, held?.from ?? was.checkIn.at, (fresh) => ({
    kind: 'activity',
    ...fresh,
    pairId: was.id,
    change: 'correct',
    was: { from: was.checkIn.at, until: was.checkOut.at },
    held,
  }));
}

/** Whether the pair has a check-out. */
export const isClosed = (pair: Pair): pair is ClosedPair => pair.checkOut !== null;

const heldTimes = ({ from, to }: StayThere, { offsetAt }: Context): HeldTimes => ({
  from: toStamp(from, offsetAt),
  until: to === null ? null : toStamp(to, offsetAt),
});

/** The pair at other times, and what has to be reported for it. @param held what ServiceChannel holds in its place */
function moved(
  state: State,
  ctx: Context,
  { visit, pair }: Own,
  to: Pair,
  held: StayThere | undefined,
): Ruled {
  const outOf = outOfTime(pair.checkIn, to.checkIn, ctx);
  const late = outOf ?? (pair.checkOut && to.checkOut && outOfTime(pair.checkOut, to.checkOut, ctx));
  if (late) return refuse(late);
  const changed = pair.checkIn.at.ms === to.checkIn.at.ms ? (to.checkOut ?? to.checkIn) : to.checkIn;
  const found = { visit, report: changed, pair };
  if (isAllQueued(pair)) return fitting(state, ctx, found, setPair(visit, withEdit(pair, to, ctx)));
  if (!isClosed(pair)) return refuse({ reason: 'still-open' });
  if (pairReports(pair).some(({ delivery }) => ['queued', 'sending', 'unconfirmed'].includes(delivery.state)))
    return refuse({ reason: 'in-question' });
  if (held && pair.checkIn.at.ms < ctx.now - OLDEST) return refuse({ reason: 'too-old' });
  const corrected = withCorrection(state, ctx, visit, pair, held ? heldTimes(held, ctx) : null);
  if ('reason' in corrected) return refuse(corrected);
  return fitting(corrected, ctx, found, setPair(again(corrected, visit), to));
}

/**
 * An edge of a pair is moved: what is unsent changes, what is recorded is corrected there. Times that stay as they are
 * correct a record that somebody else changed.
 */
export function ruleEditPair(state: State, { pairId, from, until, held }: EditPair, ctx: Context): Ruled {
  const own = ownPair(state, ctx, pairId);
  if (!own) return NOT_NOW;
  const checkIn = retimed(own.pair.checkIn, from, ctx);
  const checkOut = own.pair.checkOut && retimed(own.pair.checkOut, until, ctx);
  const isSame = checkIn === own.pair.checkIn && checkOut === own.pair.checkOut;
  if (isSame && !held) return done(state);
  return moved(state, ctx, own, { ...own.pair, checkIn, checkOut }, held);
}

/** The part after a break, as a pair that was not sent yet. */
function secondPart(state: State, ctx: Context, pair: ClosedPair, until: number): Pair {
  const checkIn = freshReport(state, ctx, toStamp(until, ctx.offsetAt));
  const { at, clickedAt, correction } = pair.checkOut;
  // Its end is the one that was lived: it follows the clock as before.
  const checkOut = {
    ...freshReport({ ...state, nextSeq: state.nextSeq + 1 }, ctx, at),
    clickedAt,
    correction,
  };
  return {
    ...pair,
    id: `${ctx.id}.p${state.nextSeq}`,
    reportedBy: 'app',
    noted: false,
    doubted: false,
    givenUp: [],
    leftOpen: null,
    edits: [],
    checkIn: asTyped({ kind: 'check-in', ...checkIn }),
    checkOut: { kind: 'check-out', ...checkOut, leaving: pair.checkOut.leaving },
  };
}

/**
 * A break is put into a pair: its first part ends with the break, and the second goes as a check-in with its check-out,
 * which carry user, type, count and status.
 */
export function ruleAddBreak(state: State, { pairId, from, until, held }: AddBreak, ctx: Context): Ruled {
  const own = ownPair(state, ctx, pairId);
  if (!own) return NOT_NOW;
  const { visit, pair } = own;
  if (!isClosed(pair)) return refuse({ reason: 'still-open' });
  if (isStatusOpen(visit)) return refuse({ reason: 'in-question' });
  const inside = from > pair.checkIn.at.ms && from < until && until < pair.checkOut.at.ms;
  if (!inside) return refuse({ reason: 'break-order' });
  if (from < ctx.now - OLDEST) return refuse({ reason: 'too-old' });
  const leaving = isAllQueued(pair) ? PAUSE : pair.checkOut.leaving;
  const out = { ...pair.checkOut, at: toStamp(from, ctx.offsetAt), correction: null, leaving };
  const first = moved(state, ctx, own, { ...pair, checkOut: out }, held);
  if (!first.ok) return first;
  const second = secondPart(first.state, ctx, pair, until);
  const now = again(first.state, visit);
  const pairs = now.pairs.flatMap((each) => (each.id === pairId ? [each, second] : [each]));
  const nextSeq = first.state.nextSeq + 2;
  const parted = { ...replaceVisit(first.state, { ...now, pairs }), nextSeq };
  return done(statusAgain(parted, ctx, visit, state.nextSeq - 1));
}

/** The times of its stays were typed. */
const withGivenTimes = (visit: Visit): Visit => ({
  ...visit,
  pairs: visit.pairs.map((pair) => ({
    ...pair,
    checkIn: asTyped(pair.checkIn),
    checkOut: pair.checkOut && asTyped(pair.checkOut),
  })),
});

/** A visit whose check-in was forgotten: a whole pair, into a free gap. */
export function ruleAddVisit(state: State, command: AddVisitCommand, ctx: Context): Ruled {
  if (!ctx.owner) return NOT_NOW;
  if (command.until > ctx.now) return refuse({ reason: 'in-future' });
  if (command.from < ctx.now - OLDEST) return refuse({ reason: 'too-old' });
  if (command.until <= command.from) return refuse({ reason: 'break-order' });
  const begun = newVisit(ctx, ctx.owner, command);
  const from = toStamp(command.from, ctx.offsetAt);
  const opened = openPair({ ...state, visits: [...state.visits, begun] }, begun, ctx, from, command);
  const leaving = completeWith(command.workTypeId === REPAIR ? command : UNCHANGED);
  const left = closePair(opened, again(opened, begun), ctx, toStamp(command.until, ctx.offsetAt), leaving);
  const closed = replaceVisit(left, withGivenTimes(again(left, begun)));
  const made = again(closed, begun);
  const fault = misfit(closed, made, made.pairs.at(-1)?.checkOut?.id ?? '');
  if (fault) return refuse(fault);
  const codes = command.workTypeId === REPAIR ? command : {};
  return done(withCodes(closed, ctx, made, made.pairs.at(-1)?.checkOut, codes));
}
