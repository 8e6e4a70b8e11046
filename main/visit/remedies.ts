import { settleBeginning } from './beginning.ts';
import { done, NOT_NOW, type ReportRemedy, type Ruled } from './commands.ts';
import { discard } from './discard.ts';
import { BY_PHONE, type FoundReport, findReport, replaceVisit, setDelivery, setPair } from './edit.ts';
import { PAUSE } from './leaving.ts';
import { takenBack } from './left-open.ts';
import { withInsisted } from './open-elsewhere.ts';
import { needsPerson, visitsOf } from './phase.ts';
import { clientEnters, toldOtherwise } from './told.ts';
import type { CheckOut, Context, Delivery, State, Visit } from './types.ts';

const BY_TECHNICIAN: Delivery = { state: 'recorded', mechanicId: null, by: 'technician' };

function decide(state: State, ctx: Context, { visit, report }: FoundReport, delivery: Delivery): Ruled {
  return settleBeginning(replaceVisit(state, setDelivery(visit, report.id, delivery)), ctx, visit);
}

function noteMechanicIds(state: State, mine: readonly Visit[], pairId: string): Ruled {
  const visit = mine.find((each) => each.pairs.some((pair) => pair.id === pairId));
  if (!visit) return NOT_NOW;
  const pairs = visit.pairs.map((pair) => (pair.id === pairId ? { ...pair, noted: true } : pair));
  return done(replaceVisit(state, { ...visit, pairs }));
}

/** A check-out of a status that was refused or given up goes at its own time as a Cancel. */
function withoutStatus(state: State, found: FoundReport): Ruled {
  const { visit, report, pair } = found;
  const back = takenBack(found);
  const refused = pair?.checkOut === report && report.delivery.state === 'refused' ? pair : null;
  const left = back ?? refused;
  if (!left?.checkOut) return NOT_NOW;
  const checkOut: CheckOut = { ...left.checkOut, leaving: PAUSE, delivery: { state: 'queued' } };
  return done(replaceVisit(state, setPair(visit, { ...left, checkOut })));
}

function sendAgain(state: State, ctx: Context, found: FoundReport): Ruled {
  const back = takenBack(found);
  if (back) return done(replaceVisit(state, setPair(found.visit, back)));
  if (!needsPerson(found.report)) return NOT_NOW;
  return decide(withInsisted(state, found.report), ctx, found, { state: 'queued' });
}

/** Said of a check-out that was given up: it is closed at ServiceChannel, whatever can be read there. */
function closedAfterAll(state: State, { visit, report, pair }: FoundReport): Ruled {
  if (pair?.leftOpen?.stands !== 'parked' || pair.checkOut !== report) return NOT_NOW;
  const isGivenUp = report.delivery.state === 'discarded';
  const checkOut = { ...pair.checkOut, delivery: isGivenUp ? BY_TECHNICIAN : report.delivery };
  return done(replaceVisit(state, setPair(visit, { ...pair, checkOut, leftOpen: null })));
}

function noteClosed(state: State, { visit, pair }: FoundReport): Ruled {
  if (pair?.leftOpen?.stands !== 'closed') return NOT_NOW;
  return done(replaceVisit(state, setPair(visit, { ...pair, leftOpen: null })));
}

/** Applies a technician's decision about a report to the state. */
export function ruleRemedy(state: State, remedy: ReportRemedy, ctx: Context): Ruled {
  const mine = visitsOf(state, ctx.owner);
  if (remedy.type === 'note-mechanic-ids') return noteMechanicIds(state, mine, remedy.pairId);
  const found = findReport(mine, remedy.reportId);
  if (!found) return NOT_NOW;
  // These also speak of a check-out that was given up already.
  if (remedy.type === 'send-again') return sendAgain(state, ctx, found);
  if (remedy.type === 'without-status') return withoutStatus(state, found);
  if (remedy.type === 'note-closed') return noteClosed(state, found);
  if (remedy.type === 'it-was-recorded' && !needsPerson(found.report)) return closedAfterAll(state, found);
  if (!needsPerson(found.report)) return NOT_NOW;
  switch (remedy.type) {
    case 'by-phone':
      return toldOtherwise(state, ctx, found, BY_PHONE);
    case 'client-enters':
      return clientEnters(state, ctx, found);
    case 'discard':
      return discard(state, ctx, found);
    case 'it-was-recorded':
      return decide(state, ctx, found, BY_TECHNICIAN);
  }
}
