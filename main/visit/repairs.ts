import { settleBeginning } from './beginning.ts';
import { done, NOT_NOW, type Repair, type Ruled } from './commands.ts';
import { discard } from './discard.ts';
import { addStep, again, type FoundReport, findReport, QUEUED, replaceVisit, setPair } from './edit.ts';
import { statusAfter } from './findings.ts';
import { isOwn, orderOf, visitsOf } from './phase.ts';
import type { RefusalReason } from './problem.ts';
import { DAY, SECOND, toStamp } from './time.ts';
import type { ActivityReport, AskedFor, CheckOut, Context, Pair, State } from './types.ts';

/** ServiceChannel refuses times further ahead than this (API.md). */
const FURTHEST_AHEAD = DAY;

/** Refusals of the check-in and check-out calls that a completed work activity may get round (API.md, Repairing a record). */
const ROUND: readonly RefusalReason[] = ['out-of-date', 'completed', 'closed-for-check-in'];

/** Why a report was refused; null when it was not. */
const refusedFor = ({ delivery }: FoundReport['report']): RefusalReason | null =>
  delivery.state === 'refused' ? delivery.problem.reason : null;

const closed = (pair: Pair | undefined): (Pair & { readonly checkOut: CheckOut }) | null =>
  pair?.checkOut && pair.checkOut.at.ms >= pair.checkIn.at.ms ? { ...pair, checkOut: pair.checkOut } : null;

/** May this refused report's pair go as a completed work activity, as far as the visit itself tells? */
export function mayGoAsActivity({ visit, report, pair }: FoundReport): boolean {
  const reason = refusedFor(report);
  const own = pair?.checkIn === report || pair?.checkOut === report;
  // It records the caller: a colleague's would become the technician's own.
  return own && isOwn(visit) && reason !== null && ROUND.includes(reason) && closed(pair) !== null;
}

/**
 * Hands a closed pair over to a work activity, with the status its check-out chose behind it. A check-in that
 * ServiceChannel holds has begun an activity already: that one is corrected, a second one is never made.
 */
function handOver(state: State, ctx: Context, { visit, pair }: FoundReport): Ruled {
  const whole = closed(pair);
  if (!whole) return NOT_NOW;
  const isRecorded = whole.checkIn.delivery.state === 'recorded';
  const change: ActivityReport['change'] = isRecorded ? 'correct' : 'add';
  const added = addStep(state, visit, ctx, whole.checkIn.at, (fresh) => ({
    kind: 'activity',
    ...fresh,
    pairId: whole.id,
    change,
    was: null,
    held: null,
  }));
  const step = again(added, visit).steps.at(-1);
  if (!step) return NOT_NOW;
  const delivery = { state: 'replaced', by: step.id } as const;
  const replaced = setPair(again(added, visit), {
    ...whole,
    reportedBy: 'activity',
    checkIn: isRecorded ? whole.checkIn : { ...whole.checkIn, delivery },
    checkOut: { ...whole.checkOut, delivery },
  });
  const handed = statusAfter(replaceVisit(added, replaced), ctx, replaced, whole);
  return settleBeginning(handed, ctx, visit);
}

/** Whether a text has more than white space. */
export const isText = (text: string) => text.trim() !== '';

/** A note to the client about a report. */
export function tell(
  state: State,
  ctx: Context,
  { visit, report }: Pick<FoundReport, 'visit' | 'report'>,
  text: string,
  asked: AskedFor | null = null,
): State {
  const at = toStamp(ctx.now, ctx.offsetAt);
  return addStep(state, visit, ctx, at, (fresh) => ({
    kind: 'note',
    ...fresh,
    workOrderId: orderOf(visit, report),
    text: text.trim(),
    about: report.id,
    asked,
  }));
}

/** A premature check-in at the first instant that the work order allows; the note says when it really was. */
function checkInAt(state: State, ctx: Context, found: FoundReport, at: number, note: string): Ruled {
  const { visit, report, pair } = found;
  const stamp = toStamp(Math.ceil(at / SECOND) * SECOND, ctx.offsetAt);
  const until = pair?.checkOut?.at.ms ?? ctx.now + FURTHEST_AHEAD;
  if (pair?.checkIn !== report || stamp.ms <= report.at.ms || stamp.ms > until) return NOT_NOW;
  const checkIn = { ...pair.checkIn, at: stamp, correction: null, delivery: QUEUED };
  const retimed = replaceVisit(state, setPair(visit, { ...pair, checkIn }));
  return settleBeginning(tell(retimed, ctx, { ...found, visit: again(retimed, visit) }, note), ctx, visit);
}

/** ServiceChannel closed the pair whose check-out was given up: it gets that one's time and status after all. */
function correctClosed(state: State, ctx: Context, { visit, report, pair }: FoundReport): Ruled {
  if (report.kind !== 'check-out' || !pair?.checkOut || pair.givenUp.at(-1) !== report) return NOT_NOW;
  const { at, clickedAt, correction, leaving } = report;
  const checkOut = { ...pair.checkOut, at, clickedAt, correction, leaving };
  const own: Pair = { ...pair, checkOut, leftOpen: null };
  return handOver(state, ctx, { visit: setPair(visit, own), report, pair: own });
}

/** A check-out that was given up, by where its pair stands: it may be told of while it is open there. */
function repairGivenUp(state: State, repair: Repair, ctx: Context, found: FoundReport): Ruled {
  const stands = found.pair?.leftOpen?.stands;
  if (repair.type === 'tell-client' && stands === 'parked' && isText(repair.text))
    return done(tell(state, ctx, found, repair.text));
  if (repair.type === 'correct-record' && stands === 'closed') return correctClosed(state, ctx, found);
  return NOT_NOW;
}

/** A new activity records one technician: the client is asked for the others of a crew. */
function withCrew(handed: Ruled, ctx: Context, { visit, report, pair }: FoundReport, note: string): Ruled {
  const isNew = pair?.checkIn.delivery.state !== 'recorded';
  if (!handed.ok || !pair?.checkOut || pair.techsCount < 2 || !isNew || !isText(note)) return handed;
  const now = { visit: again(handed.state, visit), report };
  return done(tell(handed.state, ctx, now, note, askedOf(pair, pair.checkOut)));
}

/** The client is told. A correction that was refused stays as it was: what it should have been is asked for. */
function tellClient(state: State, ctx: Context, found: FoundReport, text: string): Ruled {
  const { visit, report, pair } = found;
  if (report.kind !== 'activity' || !report.was || !pair?.checkOut)
    return done(tell(state, ctx, found, text));
  const asked = askedOf(pair, pair.checkOut);
  const without = discard(state, ctx, found);
  if (!without.ok) return without;
  return done(tell(without.state, ctx, { visit: again(without.state, visit), report }, text, asked));
}

const askedOf = ({ id, checkIn, techsCount }: Pair, checkOut: CheckOut): AskedFor => ({
  pairId: id,
  from: checkIn.at,
  until: checkOut.at,
  techsCount,
});

/** Applies a technician's choice of a repair to the state. */
export function ruleRepair(state: State, repair: Repair, ctx: Context): Ruled {
  const found = findReport(visitsOf(state, ctx.owner), repair.reportId);
  if (!found) return NOT_NOW;
  const reason = refusedFor(found.report);
  if (!reason) return repairGivenUp(state, repair, ctx, found);
  // A report that was recorded under a wrong number is deleted, not changed.
  if (found.visit.movedTo !== null && repair.type !== 'tell-client') return NOT_NOW;
  switch (repair.type) {
    case 'tell-client':
      return isText(repair.text) ? tellClient(state, ctx, found, repair.text) : NOT_NOW;
    case 'record-activity':
      return mayGoAsActivity(found)
        ? withCrew(handOver(state, ctx, found), ctx, found, repair.note ?? '')
        : NOT_NOW;
    case 'correct-record':
      return reason === 'not-checked-in' && found.pair?.checkOut === found.report
        ? handOver(state, ctx, found)
        : NOT_NOW;
    case 'check-in-at':
      if (reason !== 'premature' || !isText(repair.note)) return NOT_NOW;
      return checkInAt(state, ctx, found, repair.at, repair.note);
  }
}
