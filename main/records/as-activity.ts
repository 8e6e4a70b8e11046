import { hasOffset } from '../servicechannel/times.ts';
import type { KnownWorkOrder } from '../storage/work-orders.ts';
import { pairOf } from '../visit/edit.ts';
import { reportsOf } from '../visit/phase.ts';
import type { RefusalReason } from '../visit/problem.ts';
import { mayGoAsActivity } from '../visit/repairs.ts';
import { OLDEST } from '../visit/time.ts';
import type { Pair, Report, Visit } from '../visit/types.ts';
import { CLOSED } from './order-watch.ts';

/** Pairs that ServiceChannel takes as completed work activities only (API.md, Repairing a record). */

/** An instant that says its offset, ms; null when there is none: its zone is not published. */
export const certainTime = (text: string | null): number | null =>
  text !== null && hasOffset(text) ? Date.parse(text) : null;

/** POST …/workactivities is for work orders In Progress, not before their scheduled date (API.md, Repairing a record). */
export function takesActivity(
  pair: Pair,
  reason: RefusalReason,
  known: KnownWorkOrder | null,
  fresh: boolean,
): boolean {
  const status = known?.order.statusPrimary ?? null;
  const scheduled = certainTime(known?.order.scheduledDate ?? null);
  if (scheduled !== null && pair.checkIn.at.ms < scheduled) return false;
  const inProgress = status?.toUpperCase() === 'IN PROGRESS';
  return CLOSED.includes(reason) ? fresh && inProgress : inProgress || status === null;
}

interface OrderFacts {
  readonly known: (workOrderId: number) => KnownWorkOrder | null;
  readonly isFresh: (workOrderId: number) => boolean;
}

/** An added activity says nothing of how many technicians there were: a person decides about more than one. */
const saysAll = ({ checkIn, techsCount }: Pair): boolean =>
  techsCount === 1 || checkIn.delivery.state === 'recorded';

function hasWaitedTooLong(
  visit: Visit,
  report: Report,
  now: number,
  { known, isFresh }: OrderFacts,
): boolean {
  const { delivery } = report;
  const pair = pairOf(visit, report);
  if (delivery.state !== 'refused' || delivery.problem.reason !== 'out-of-date' || !pair) return false;
  if (visit.movedTo !== null || report.at.ms > now - OLDEST || !mayGoAsActivity({ visit, report, pair }))
    return false;
  const id = visit.workOrderId;
  return saysAll(pair) && takesActivity(pair, 'out-of-date', known(id), isFresh(id));
}

/**
 * The ids of reports that ServiceChannel refused because they had waited for over 7 days, and whose pairs may go as work
 * activities without a person's word.
 * @param now corrected instant, ms
 */
export const waitedTooLong = (visits: readonly Visit[], now: number, facts: OrderFacts): readonly string[] =>
  visits.flatMap((visit) =>
    reportsOf(visit)
      .filter((report) => hasWaitedTooLong(visit, report, now, facts))
      .map(({ id }) => id),
  );
