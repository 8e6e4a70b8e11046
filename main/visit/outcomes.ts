import { caughtUp } from './clock.ts';
import { codesComeFirst } from './codes.ts';
import {
  type Completing,
  done,
  type Finding,
  NOT_NOW,
  type OpenElsewhere,
  type Outcome,
  type Ruled,
} from './commands.ts';
import { findReport, GIVEN_UP, replaceVisit, setDelivery } from './edit.ts';
import { livePairs, pairReports } from './phase.ts';
import type { Context, Delivery, Report, State, Visit } from './types.ts';

/** The outcomes that change how far a report's delivery has come. */
type DeliveryOutcome = Exclude<Outcome, Finding | Completing | OpenElsewhere>;

/**
 * Which states an outcome may follow; anything else was answered by a person meanwhile and stands. But what is found on
 * the record is not sent again, though that was asked for while the look was under way (rule 3).
 */
const FOLLOWS: Readonly<Record<DeliveryOutcome['type'], readonly Delivery['state'][]>> = {
  // A second try after a new token leaves at an instant of its own.
  sending: ['queued', 'sending'],
  recorded: ['queued', 'sending', 'unconfirmed'],
  refused: ['sending'],
  unconfirmed: ['sending'],
  'not-recorded': ['sending', 'unconfirmed'],
};

function deliveryOf(outcome: DeliveryOutcome): Delivery {
  switch (outcome.type) {
    case 'sending':
      return { state: 'sending', since: outcome.since };
    case 'recorded':
      return { state: 'recorded', mechanicId: outcome.mechanicId, by: outcome.by };
    case 'refused':
      return { state: 'refused', problem: outcome.problem };
    case 'unconfirmed':
      return { state: 'unconfirmed', since: outcome.since };
    case 'not-recorded':
      return { state: 'queued' };
  }
}

/** Whether the step is looked for at ServiceChannel before it is sent: it may be refused without being sent. */
const isLookedUp = ({ kind }: Report) => kind === 'activity' || kind === 'deletion';

function mayFollow({ type }: DeliveryOutcome, report: Report): boolean {
  const { state } = report.delivery;
  return FOLLOWS[type].includes(state) || (type === 'refused' && state === 'queued' && isLookedUp(report));
}

/** Puts the outcome of a delivery on the record. */
export function ruleOutcome(state: State, outcome: DeliveryOutcome, ctx: Context): Ruled {
  const found = findReport(state.visits, outcome.reportId);
  if (!found || !mayFollow(outcome, found.report)) return NOT_NOW;
  const visit = setDelivery(found.visit, found.report.id, deliveryOf(outcome));
  switch (outcome.type) {
    case 'recorded':
      return done(replaceVisit(state, settledByNote(withoutDeleted(visit, found.report), found.report)));
    case 'refused':
      return done(replaceVisit(state, codesComeFirst(visit, found.report.id)));
    case 'not-recorded':
      return done(replaceVisit(state, caughtUp(state, visit, found.report.id, ctx)));
    default:
      return done(replaceVisit(state, visit));
  }
}

/** Completes the status that finishes a visit, while it waits to be sent: providers can often set Completed only so. */
export function ruleCompleting(state: State, { reportId, extendedStatus }: Completing): Ruled {
  const found = findReport(state.visits, reportId);
  if (found?.report.kind !== 'status' || found.report.delivery.state !== 'queued') return NOT_NOW;
  const { visit, report } = found;
  if (report.primaryStatus !== 'Completed' || report.extendedStatus !== null) return NOT_NOW;
  return done(replaceVisit(state, { ...visit, finish: { ...report, extendedStatus } }));
}

/** The stay of this visit that was taken off the record there counts here no more. */
function withoutDeleted(visit: Visit, step: Report): Visit {
  if (step.kind !== 'deletion' || visit.movedTo !== null || step.workOrderId !== visit.workOrderId)
    return visit;
  return livePairs(visit)
    .filter(({ checkIn }) => checkIn.at.ms === step.from.ms)
    .flatMap(pairReports)
    .reduce((left, { id }) => setDelivery(left, id, GIVEN_UP), visit);
}

/** Settles refused repair steps once a note about them is recorded: the client then decides. */
function settledByNote(visit: Visit, note: Report): Visit {
  if (note.kind !== 'note') return visit;
  const about = visit.steps.find((step) => step.id === note.about);
  const isAside = about?.kind === 'deletion' || about?.kind === 'restore';
  return isAside && about.delivery.state === 'refused' ? setDelivery(visit, about.id, GIVEN_UP) : visit;
}
