import { settleBeginning } from './beginning.ts';
import { done, NOT_NOW, type Ruled } from './commands.ts';
import { BY_CLIENT, type FoundReport, replaceVisit, setDelivery, setPair } from './edit.ts';
import { closedByClient } from './left-open.ts';
import type { Context, Delivery, Pair, State } from './types.ts';

/** The pair is told in another way, and so is all that follows it in this visit: nothing of it is sent from here. */
export function toldOtherwise(
  state: State,
  ctx: Context,
  { visit, report, pair }: FoundReport,
  delivery: Delivery,
): Ruled {
  if (!pair || pair.checkIn !== report || report.delivery.state !== 'refused') return NOT_NOW;
  const waiting = visit.pairs.filter((each) => each === pair || each.checkIn.delivery.state === 'queued');
  const all = waiting.reduce((now, each) => setPair(now, reportedByPhone(each, delivery)), visit);
  const finish = all.finish?.delivery.state === 'queued' ? { ...all.finish, delivery } : all.finish;
  return settleBeginning(replaceVisit(state, { ...all, finish }), ctx, visit);
}

const reportedByPhone = (pair: Pair, delivery: Delivery): Pair => ({
  ...pair,
  reportedBy: 'phone',
  checkIn: { ...pair.checkIn, delivery },
  checkOut: pair.checkOut && { ...pair.checkOut, delivery },
});

const wasTold = ({ visit, report }: FoundReport) =>
  visit.steps.some(
    (step) => step.kind === 'note' && step.about === report.id && step.delivery.state !== 'discarded',
  );

/** The client was told of what was refused, and enters it. */
export function clientEnters(state: State, ctx: Context, found: FoundReport): Ruled {
  const { visit, report, pair } = found;
  if (report.delivery.state !== 'refused' || !wasTold(found)) return NOT_NOW;
  if (pair?.checkIn === report) return toldOtherwise(state, ctx, found, BY_CLIENT);
  const { reason } = report.delivery.problem;
  const entered = setDelivery(visit, report.id, BY_CLIENT);
  const isCorrection = report.kind === 'activity' && report.change === 'correct';
  if (!pair || (pair.checkOut !== report && !isCorrection)) return done(replaceVisit(state, entered));
  const now = entered.pairs.find(({ id }) => id === pair.id) ?? pair;
  return done(replaceVisit(state, setPair(entered, closedByClient(now, reason))));
}
