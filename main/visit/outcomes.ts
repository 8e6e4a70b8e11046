import { done, type Finding, NOT_NOW, type Outcome, type Ruled } from './commands.ts';
import { findReport, replaceVisit, setDelivery } from './edit.ts';
import type { Delivery, Report, State, Visit } from './types.ts';

/**
 * Which states an outcome may follow; anything else was answered by a person meanwhile and stands. But what is found on
 * the record is not sent again, though somebody asked for it while the look was under way (rule 3).
 */
const FOLLOWS: Readonly<Record<Exclude<Outcome, Finding>['type'], readonly Delivery['state'][]>> = {
  // A second try after a new token leaves at an instant of its own.
  sending: ['queued', 'sending'],
  recorded: ['queued', 'sending', 'unconfirmed'],
  refused: ['sending'],
  unconfirmed: ['sending'],
  'not-recorded': ['sending', 'unconfirmed'],
};

function deliveryOf(outcome: Exclude<Outcome, Finding>): Delivery {
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

/** What it speaks of is looked for before it is sent: it may be refused without having left. */
const isLookedUp = ({ kind }: Report) => kind === 'activity' || kind === 'deletion';

function follows({ type }: Exclude<Outcome, Finding>, report: Report): boolean {
  const { state } = report.delivery;
  return FOLLOWS[type].includes(state) || (type === 'refused' && state === 'queued' && isLookedUp(report));
}

/** What the outbox found out, put on the record. */
export function ruleOutcome(state: State, outcome: Exclude<Outcome, Finding>): Ruled {
  const found = findReport(state.visits, outcome.reportId);
  if (!found || !follows(outcome, found.report)) return NOT_NOW;
  const visit = setDelivery(found.visit, found.report.id, deliveryOf(outcome));
  return done(replaceVisit(state, outcome.type === 'recorded' ? settledByNote(visit, found.report) : visit));
}

/** What tidies up and was refused is in the client's hands once the client was told of it. */
function settledByNote(visit: Visit, note: Report): Visit {
  if (note.kind !== 'note') return visit;
  const about = visit.steps.find((step) => step.id === note.about);
  const isAside = about?.kind === 'deletion' || about?.kind === 'restore';
  const given = { state: 'discarded' } as const;
  return isAside && about.delivery.state === 'refused' ? setDelivery(visit, about.id, given) : visit;
}
