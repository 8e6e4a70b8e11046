import type { Answer, Unsent } from '../servicechannel/answers.ts';
import type { Client, WorkActivity } from '../servicechannel/client.ts';
import type { Who } from '../servicechannel/who.ts';
import type { OpenElsewhere } from '../visit/commands.ts';
import type { Found } from '../visit/edit.ts';
import { isInsisted } from '../visit/open-elsewhere.ts';
import { visitsOf } from '../visit/phase.ts';
import { DAY, HOUR, utcDay } from '../visit/time.ts';
import type { Report, State } from '../visit/types.ts';
import { openIn, unsentBeside } from './open-elsewhere.ts';

/** After this long in the queue a check-in may have been made elsewhere meanwhile: on an old laptop found again (ms). */
const LONG_QUEUED = HOUR;

const wasQueuedLong = ({ kind, clickedAt }: Report, now: number): boolean =>
  kind === 'check-in' && Math.abs(now - clickedAt) > LONG_QUEUED;

/** Why nothing could be read; null where it was, or ServiceChannel does not let us. */
function unreadBy(answer: Answer<unknown>): Unsent | null {
  if (answer.kind === 'unsent') return answer;
  if (answer.kind !== 'unknown') return null;
  return { kind: 'unsent', why: 'kept-back', retryAfterMs: null, detail: answer.detail };
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
 * then, and its work order's, since nobody knows which user id the first takes (API.md).
 * @param now this computer's clock, ms
 */
export async function lookFirst(
  reader: Pick<Client, 'ownActivities' | 'workActivities'>,
  { visit, report }: Found,
  who: Who,
  state: State,
  now: number,
): Promise<LookedFirst> {
  if (!wasQueuedLong(report, now) || isInsisted(state, report.id)) return null;
  const from = Math.min(report.at.ms, now) - DAY;
  const own = await reader.ownActivities(utcDay(from), utcDay(now + 2 * DAY), who.userId);
  const here = await reader.workActivities(visit.workOrderId);
  const barred = unreadBy(own) ?? unreadBy(here);
  if (barred) return { kind: 'later', barred };
  const ofOrder = activitiesIn(here).map((each) => ({ ...each, workOrderId: visit.workOrderId }));
  // Whatever this computer's clock says: what is open there is open now.
  const open = openIn([...activitiesIn(own), ...ofOrder], who, now + DAY, report.at.offset);
  const mine = visitsOf(state, visit);
  const isStopped = open.some((each) => unsentBeside(each, mine).some(({ id }) => id === report.id));
  return isStopped ? { kind: 'found-out', outcome: { type: 'open-elsewhere', reportId: report.id } } : null;
}
