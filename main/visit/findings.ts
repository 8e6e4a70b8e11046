import { type AfterRefusal, done, NOT_NOW, type Ruled } from './commands.ts';
import {
  addFinish,
  again,
  type FoundReport,
  findReport,
  replaceVisit,
  setDelivery,
  setPair,
} from './edit.ts';
import type { Problem } from './problem.ts';
import type { Context, Pair, State, Visit } from './types.ts';

/** A check-out that was refused because no check-in is open, with its pair. */
interface Unmet {
  readonly found: FoundReport;
  readonly pair: Pair;
  readonly problem: Problem;
}

function unmetIn(state: State, reportId: string): Unmet | null {
  const found = findReport(state.visits, reportId);
  const delivery = found?.report.delivery;
  if (!found?.pair || found.pair.checkOut !== found.report || delivery?.state !== 'refused') return null;
  return delivery.problem.reason === 'not-checked-in'
    ? { found, pair: found.pair, problem: delivery.problem }
    : null;
}

/**
 * The status that a check-out chose, as a report of its own behind it: for a pair that is closed by other means. Its
 * time is the check-out's.
 */
export function statusAfter(state: State, ctx: Context, visit: Visit, { checkOut }: Pair): State {
  if (checkOut?.leaving.action !== 'Complete' || checkOut.leaving.primaryStatus === 'NoStatusChange')
    return state;
  // The status that finished a pause was chosen later, and stands.
  const { finish } = again(state, visit);
  if (finish && finish.delivery.state !== 'discarded') return state;
  const { primaryStatus, extendedStatus, resolution } = checkOut.leaving;
  return addFinish(state, again(state, visit), ctx, checkOut.at, {
    primaryStatus,
    extendedStatus,
    resolution,
  });
}

function closedAtOurTime(state: State, ctx: Context, { found, pair }: Unmet): State {
  const recorded = { state: 'recorded', mechanicId: null, by: 'read-back' } as const;
  const visit = setDelivery(found.visit, found.report.id, recorded);
  return statusAfter(replaceVisit(state, visit), ctx, visit, pair);
}

/** The check-in as one that was sent without an answer, so that it is looked for once more; the check-out waits for it. */
function doubted({ found, pair }: Unmet, since: number): Visit {
  const checkIn = { ...pair.checkIn, delivery: { state: 'sending', since } as const };
  const waiting = setDelivery(found.visit, found.report.id, { state: 'queued' });
  const { checkOut } = waiting.pairs.find((each) => each.id === pair.id) ?? pair;
  return setPair(waiting, { ...pair, checkIn, checkOut, doubted: true });
}

/** Puts on the record what ServiceChannel holds of a pair whose check-out it refused. */
export function ruleFinding(state: State, finding: AfterRefusal, ctx: Context): Ruled {
  const unmet = unmetIn(state, finding.reportId);
  if (!unmet) return NOT_NOW;
  const { found, pair, problem } = unmet;
  // It was to close what should never have been open: nothing is left to close.
  if (found.visit.movedTo !== null)
    return done(replaceVisit(state, setDelivery(found.visit, found.report.id, { state: 'discarded' })));
  switch (finding.type) {
    case 'held': {
      const refused = { state: 'refused', problem: { ...problem, held: finding.held } } as const;
      return done(replaceVisit(state, setDelivery(found.visit, found.report.id, refused)));
    }
    case 'held-as-reported':
      return done(closedAtOurTime(state, ctx, unmet));
    case 'check-in-doubted':
      if (pair.doubted || pair.checkIn.delivery.state !== 'recorded') return NOT_NOW;
      return done(replaceVisit(state, doubted(unmet, finding.since)));
  }
}
