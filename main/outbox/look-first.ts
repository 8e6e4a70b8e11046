import type { Answer, Unsent } from '../servicechannel/answers.ts';
import type { Client, WorkActivity } from '../servicechannel/client.ts';
import type { Who } from '../servicechannel/who.ts';
import type { OpenElsewhere } from '../visit/commands.ts';
import type { FoundReport } from '../visit/edit.ts';
import { isInsisted } from '../visit/open-elsewhere.ts';
import { isOwn, technicianOf, visitsAt } from '../visit/phase.ts';
import { DAY, HOUR, utcDay } from '../visit/time.ts';
import type { Report, State, Visit } from '../visit/types.ts';
import { openIn, unsentBeside } from './open-elsewhere.ts';

/** After this long in the queue a check-in may have been made elsewhere meanwhile: on an old laptop found again (ms). */
const LONG_QUEUED = HOUR;

const wasQueuedLong = ({ clickedAt }: Report, now: number): boolean =>
  Math.abs(now - clickedAt) > LONG_QUEUED;

/** Why nothing could be read; null where it was, or ServiceChannel does not let us. */
function unreadBy(answer: Answer<unknown>): Unsent | null {
  if (answer.kind === 'unsent') return answer;
  if (answer.kind !== 'unknown') return null;
  return { kind: 'unsent', why: 'not-read', retryAfterMs: null, detail: answer.detail };
}

const activitiesIn = (answer: Answer<WorkActivity[]>): readonly WorkActivity[] =>
  answer.kind === 'ok' ? answer.value : [];

/** A reason for which a check-in does not go now; null: it may go. */
export type LookedFirst =
  | { readonly kind: 'later'; readonly barred: Unsent }
  | { readonly kind: 'found-out'; readonly outcome: OpenElsewhere }
  | null;

/**
 * A check-in that was queued for long goes only after a look at what its technician has open: the own activities since
 * then, and its work order's, since which user id the first takes is not told (API.md). A colleague's always goes after a
 * look at the order: they may have checked in there by themselves.
 * @param now this computer's clock, ms
 */
export async function lookFirst(
  reader: Pick<Client, 'ownActivities' | 'workActivities'>,
  { visit, report }: FoundReport,
  who: Who,
  state: State,
  now: number,
): Promise<LookedFirst> {
  if (report.kind !== 'check-in' || isInsisted(state, report.id)) return null;
  if (!isOwn(visit)) return lookAtOrder(reader, { visit, report }, who, state, now);
  if (!wasQueuedLong(report, now)) return null;
  const from = Math.min(report.at.ms, now) - DAY;
  const own = await reader.ownActivities(utcDay(from), utcDay(now + 2 * DAY), who.userId);
  const here = await reader.workActivities(visit.workOrderId);
  const barred = unreadBy(own) ?? unreadBy(here);
  if (barred) return { kind: 'later', barred };
  return stoppedBy([...activitiesIn(own), ...ofOrder(here, visit)], { visit, report }, who, state, now);
}

const ofOrder = (here: Answer<WorkActivity[]>, { workOrderId }: Visit): readonly WorkActivity[] =>
  activitiesIn(here).map((each) => ({ ...each, workOrderId }));

type CheckInFound = Pick<FoundReport, 'visit' | 'report'>;

async function lookAtOrder(
  reader: Pick<Client, 'workActivities'>,
  found: CheckInFound,
  who: Who,
  state: State,
  now: number,
): Promise<LookedFirst> {
  const here = await reader.workActivities(found.visit.workOrderId);
  const barred = unreadBy(here);
  if (barred) return { kind: 'later', barred };
  return stoppedBy(ofOrder(here, found.visit), found, who, state, now);
}

/** The check-in does not go while one of these, open and made elsewhere, is its technician's. */
function stoppedBy(
  activities: readonly WorkActivity[],
  { visit, report }: CheckInFound,
  who: Who,
  state: State,
  now: number,
): LookedFirst {
  // An activity that is open there is open now, by any clock.
  const open = openIn(activities, who, now + DAY, report.at.offset);
  const mine = visitsAt(state, visit, technicianOf(visit));
  const isStopped = open.some((each) => unsentBeside(each, mine).some(({ id }) => id === report.id));
  return isStopped ? { kind: 'found-out', outcome: { type: 'open-elsewhere', reportId: report.id } } : null;
}
