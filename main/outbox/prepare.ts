import type { Unsent } from '../servicechannel/answers.ts';
import type { Client, WorkActivity } from '../servicechannel/client.ts';
import { optionOf } from '../servicechannel/statuses.ts';
import { instantsShowing, isInAnotherZone, nearest, type OffsetAt } from '../servicechannel/times.ts';
import type { Who } from '../servicechannel/who.ts';
import { clockOf } from '../servicechannel/zones.ts';
import type { Completing, OpenElsewhere } from '../visit/commands.ts';
import type { FoundReport } from '../visit/edit.ts';
import { orderOf } from '../visit/phase.ts';
import type { Problem } from '../visit/problem.ts';
import type { Stamp, State } from '../visit/types.ts';
import { mayBeChanged, withoutOthersDeleted } from './changed-stay.ts';
import { lookFirst } from './look-first.ts';
import { findOwnPair, mayBeAnother } from './own-pair.ts';
import type { Reader } from './read-back-step.ts';
import { CAUGHT_UP_AFTER } from './replica-lag.ts';
import { type ReportRequest, requestOf } from './requests.ts';
import { endsAt, findPair, isStay, type PairFound } from './traces.ts';

/** How a report that may go now is delivered. */
export type Prepared =
  | { readonly kind: 'request'; readonly request: ReportRequest; readonly activityId: string | null }
  /** Something was found out that comes first: it changes the report, or stops it. */
  | { readonly kind: 'found-out'; readonly outcome: Completing | OpenElsewhere }
  /** ServiceChannel holds it already, or there is nothing to send. */
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'later'; readonly barred: Unsent };

/** How things are when a report is to go. */
export interface Situation {
  /** Reads may be older than our last request about that work order. */
  readonly isBehind: boolean;
  readonly state: State;
  /** This computer's clock, ms. */
  readonly now: number;
}

type PreparingReader = Reader & Pick<Client, 'ownActivities'>;

/** ServiceChannel's read may be older than our last request about that work order: an absence proves nothing yet. */
const MAY_BE_BEHIND: Prepared = {
  kind: 'later',
  barred: { kind: 'unsent', why: 'behind', retryAfterMs: CAUGHT_UP_AFTER, detail: '' },
};

/** Ours, not ServiceChannel's: there is no one activity that could be meant. */
const NOT_ON_RECORD: Problem = { reason: 'not-on-record', message: '', httpStatus: 0, codes: [] };

/** The activity of the work order that a report corrects or deletes, by its first and last second; null for all others. */
function target({ report, pair }: FoundReport): { readonly from: Stamp; readonly to: Stamp } | null {
  if (report.kind === 'deletion') return { from: report.from, to: report.to };
  if (report.kind !== 'activity' || report.change !== 'correct' || !pair?.checkOut) return null;
  // The pair may have other times by now: the activity is the one that began at the step's own second.
  return { from: report.at, to: pair.checkOut.at };
}

function request(found: FoundReport, activityId: string | null): Prepared {
  const made = requestOf(found.visit, found.pair, found.report, activityId);
  return made ? { kind: 'request', request: made, activityId } : { kind: 'done' };
}

/**
 * Two of one second cannot be told apart, unless one of them ends as it should. One that is to be deleted must end as it
 * was reported, or not at all: anything else is a correction made elsewhere.
 */
function oneOf(found: FoundReport, activities: readonly WorkActivity[], to: Stamp): WorkActivity | undefined {
  const ending = activities.filter((each) => endsAt(each, to));
  if (ending.length > 0) return ending.length === 1 ? ending[0] : undefined;
  const [one] = activities;
  const isOther = found.report.kind === 'deletion' && one?.timeOut !== null;
  return activities.length === 1 && !isOther ? one : undefined;
}

/** Has the activity both times already that it is to be given? */
const isAsMeant = ({ report, pair }: FoundReport, activity: WorkActivity): boolean =>
  report.kind === 'activity' && pair?.checkOut != null && isStay(activity, pair.checkIn.at, pair.checkOut.at);

/**
 * The extended status that goes with Completed: providers can often set it only with one (API.md). Where the list cannot
 * be read or offers several, ServiceChannel's answer decides.
 */
async function completed(reader: Reader, found: FoundReport): Promise<Prepared> {
  const id = orderOf(found.visit, found.report);
  const order = await reader.workOrder(id);
  if (order.kind === 'unsent') return { kind: 'later', barred: order };
  const answer = await reader.statuses(id, order.kind === 'ok' ? order.value.subscriberId : null);
  if (answer.kind === 'unsent') return { kind: 'later', barred: answer };
  const offered = answer.kind === 'ok' ? (optionOf(answer.value, 'COMPLETED')?.extended ?? []) : [];
  const [only] = offered;
  return offered.length === 1 && only
    ? {
        kind: 'found-out',
        outcome: { type: 'completing', reportId: found.report.id, extendedStatus: only.name },
      }
    : request(found, null);
}

/** Where that is told: the instant at which the location's clock shows a time without offset. */
function byClock(text: string | null, clock: OffsetAt, near: Stamp): string | null {
  const ms = text === null ? null : nearest(instantsShowing(text, clock), [near.ms]);
  return ms === null ? text : new Date(ms).toISOString();
}

/** The activities by the clock of the order's location: their times may be its own, in another zone than ours. */
async function byLocation(
  reader: Reader,
  workOrderId: number,
  activities: readonly WorkActivity[],
  { from, to }: { readonly from: Stamp; readonly to: Stamp },
): Promise<readonly WorkActivity[] | Unsent> {
  if (!activities.some(({ timeIn }) => timeIn !== null && isInAnotherZone(timeIn, from))) return activities;
  const order = await reader.workOrder(workOrderId);
  if (order.kind === 'unsent') return order;
  const clock = order.kind === 'ok' ? clockOf(order.value.timeZone) : null;
  if (!clock) return activities;
  return activities.map((each) => ({
    ...each,
    timeIn: byClock(each.timeIn, clock, from),
    timeOut: byClock(each.timeOut, clock, to),
  }));
}

/** Found as the times stand, or else by the clock of the location, which proves nothing where it finds none either. */
async function foundIn(
  find: (activities: readonly WorkActivity[]) => PairFound,
  activities: readonly WorkActivity[],
  local: () => ReturnType<typeof byLocation>,
): Promise<PairFound | Unsent> {
  const there = find(activities);
  if (there.kind !== 'unclear') return there;
  const held = await local();
  if ('why' in held) return held;
  const found = find(held);
  return found.kind === 'there' ? found : there;
}

/**
 * Makes a report ready to go. One that corrects or deletes a work activity has to find it first, by its user and times:
 * whether a MechanicId is an activity's id is not published (API.md).
 */
export async function prepare(
  reader: PreparingReader,
  found: FoundReport,
  who: Who,
  { isBehind, state, now }: Situation,
): Promise<Prepared> {
  const { report } = found;
  const stopped = await lookFirst(reader, found, who, state, now);
  if (stopped) return stopped;
  if (report.kind === 'status' && report.primaryStatus === 'Completed' && report.extendedStatus === null)
    return completed(reader, found);
  const wanted = target(found);
  if (!wanted) return request(found, null);
  const answer = await reader.workActivities(orderOf(found.visit, found.report));
  switch (answer.kind) {
    case 'refused':
      return { kind: 'refused', problem: answer.refusal };
    case 'unsent':
      return { kind: 'later', barred: answer };
    case 'unknown': {
      const { detail } = answer;
      return { kind: 'later', barred: { kind: 'unsent', why: 'not-read', retryAfterMs: null, detail } };
    }
    case 'ok': {
      const { visit, pair } = found;
      const find = (activities: readonly WorkActivity[]) =>
        pair
          ? findOwnPair(activities, state, { visit, pair }, who, wanted.from)
          : findPair(activities, wanted.from, who);
      const activities =
        report.kind === 'deletion' ? withoutOthersDeleted(answer.value, state.visits, report) : answer.value;
      const there = await foundIn(find, activities, () =>
        byLocation(reader, orderOf(visit, report), activities, wanted),
      );
      if ('why' in there) return { kind: 'later', barred: there };
      const one = there.kind === 'there' ? oneOf(found, there.activities, wanted.to) : undefined;
      if (isBehind && (!one || mayBeAnother(state, found, wanted.from))) return MAY_BE_BEHIND;
      if (report.kind === 'deletion' && there.kind === 'absent')
        return mayBeChanged(activities, state.visits, report, who)
          ? { kind: 'refused', problem: NOT_ON_RECORD }
          : { kind: 'done' };
      if (!one || one.id === null) return { kind: 'refused', problem: NOT_ON_RECORD };
      return isAsMeant(found, one) ? { kind: 'done' } : request(found, one.id);
    }
  }
}
