import { done, type Move, NOT_NOW, type Remedy, type Repair, type Ruled } from './commands.ts';
import {
  again,
  BY_PHONE,
  closePair,
  type Found,
  findReport,
  replaceVisit,
  setDelivery,
  setPair,
} from './edit.ts';
import { livePairs, needsPerson, neverBegan, visitsOf } from './phase.ts';
import type { Context, Delivery, Pair, Problem, State, Visit } from './types.ts';

const startOf = (pair: Pair) => pair.checkIn.at.ms;
const endOf = (pair: Pair) => pair.checkOut?.at.ms ?? Number.POSITIVE_INFINITY;

const overlap = (a: Pair, b: Pair) => startOf(a) < endOf(b) && startOf(b) < endOf(a);

/**
 * Makes a visit current again whose first check-in was refused. Where the technician has been elsewhere since, the
 * stay ends (paused) when that one began: one user is on site at one place (rule 4).
 */
function revive(state: State, ctx: Context, visit: Visit): Ruled {
  const others = visitsOf(state, visit).filter((v) => v.id !== visit.id && !neverBegan(v));
  const elsewhere = others.flatMap((other) => livePairs(other).map((pair) => ({ pair, other })));
  const open = livePairs(visit).find((pair) => !pair.checkOut);
  const next = open && elsewhere.filter(({ pair }) => startOf(pair) >= startOf(open));
  const boundary = next?.toSorted((a, b) => startOf(a.pair) - startOf(b.pair))[0]?.pair.checkIn.at;
  const closed = boundary ? closePair(state, visit, ctx, boundary, { action: 'Cancel' }) : state;
  const mine = closed.visits.filter((each) => each.id === visit.id).flatMap(livePairs);
  const clash = elsewhere.find(({ pair }) => mine.some((own) => overlap(own, pair)));
  if (clash) return { ok: false, fault: { reason: 'elsewhere-then', workOrderId: clash.other.workOrderId } };
  return done(closed);
}

/** After a decision about the refused first check-in of `before`: does the visit take place after all? */
export function settleBeginning(state: State, ctx: Context, before: Visit): Ruled {
  const now = again(state, before);
  return neverBegan(before) && !neverBegan(now) ? revive(state, ctx, now) : done(state);
}

function decide(state: State, ctx: Context, { visit, report }: Found, delivery: Delivery): Ruled {
  return settleBeginning(replaceVisit(state, setDelivery(visit, report.id, delivery)), ctx, visit);
}

/** Not ServiceChannel's word but ours, from before it is asked. */
const ELSEWHERE: Problem = { reason: 'overlap', message: '', httpStatus: 0, codes: [] };

/**
 * A refused check-in takes its check-out along: the pair is given up as one (rule 4). What the visit goes on with
 * begins in its place, and becomes a question of its own where the technician has been elsewhere in that time.
 */
function discard(state: State, ctx: Context, { visit, report, pair }: Found): Ruled {
  const given = { state: 'discarded' } as const;
  const one = setDelivery(visit, report.id, given);
  const both = pair?.checkIn === report && pair.checkOut ? setDelivery(one, pair.checkOut.id, given) : one;
  // The status that its check-out chose does not go without it; one that finished a pause was chosen by itself.
  const chosen = pair?.checkOut?.leaving.action === 'Complete' ? visit.finish : null;
  if (report.kind === 'activity' && chosen?.delivery.state === 'queued')
    return done(replaceVisit(state, setDelivery(one, chosen.id, given)));
  const without = replaceVisit(state, both);
  const settled = settleBeginning(without, ctx, visit);
  const next = livePairs(both)[0];
  if (settled.ok || !next) return settled;
  const refused: Delivery = { state: 'refused', problem: ELSEWHERE };
  return done(replaceVisit(without, setDelivery(both, next.checkIn.id, refused)));
}

function noteMechanicIds(state: State, mine: readonly Visit[], pairId: string): Ruled {
  const visit = mine.find((each) => each.pairs.some((pair) => pair.id === pairId));
  if (!visit) return NOT_NOW;
  const pairs = visit.pairs.map((pair) => (pair.id === pairId ? { ...pair, noted: true } : pair));
  return done(replaceVisit(state, { ...visit, pairs }));
}

/** The pair is told by phone, and so is all that follows it in this visit. */
function byPhone(state: State, ctx: Context, { visit, report, pair }: Found): Ruled {
  if (!pair || pair.checkIn !== report || report.delivery.state !== 'refused') return NOT_NOW;
  const waiting = visit.pairs.filter((each) => each === pair || each.checkIn.delivery.state === 'queued');
  const all = waiting.reduce(phone, visit);
  const finish = all.finish?.delivery.state === 'queued' ? { ...all.finish, delivery: BY_PHONE } : all.finish;
  return settleBeginning(replaceVisit(state, { ...all, finish }), ctx, visit);
}

const phone = (visit: Visit, pair: Pair): Visit =>
  setPair(visit, {
    ...pair,
    reportedBy: 'phone',
    checkIn: { ...pair.checkIn, delivery: BY_PHONE },
    checkOut: pair.checkOut && { ...pair.checkOut, delivery: BY_PHONE },
  });

/** What a technician's decision about a report makes of the state. */
export function ruleRemedy(state: State, remedy: Exclude<Remedy, Repair | Move>, ctx: Context): Ruled {
  const mine = visitsOf(state, ctx.owner);
  if (remedy.type === 'note-mechanic-ids') return noteMechanicIds(state, mine, remedy.pairId);
  const found = findReport(mine, remedy.reportId);
  if (!found || !needsPerson(found.report)) return NOT_NOW;
  switch (remedy.type) {
    case 'send-again':
      return decide(state, ctx, found, { state: 'queued' });
    case 'by-phone':
      return byPhone(state, ctx, found);
    case 'discard':
      return discard(state, ctx, found);
    case 'it-was-recorded':
      return decide(state, ctx, found, { state: 'recorded', mechanicId: null, by: 'technician' });
  }
}
