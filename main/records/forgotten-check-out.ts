import { dateOf } from '../moments/wall-clock.ts';
import { type Trace, timesOf, tracesOfWork } from '../outbox/traces.ts';
import type { Client, WorkActivity } from '../servicechannel/client.ts';
import { type Who, whoseIs } from '../servicechannel/who.ts';
import { lastPair } from '../visit/phase.ts';
import { DAY, MINUTE } from '../visit/time.ts';
import type { Pair, Visit } from '../visit/types.ts';

/** What ServiceChannel says about a check-out that seems forgotten. */
export interface ServerEvidence {
  /** The question that it belongs to. */
  readonly momentId: string;
  /** It is being asked. */
  readonly reading: boolean;
  /** When it checked the technician out by itself, ms. */
  readonly automatic: number | null;
  /** Where the technician checked in next, and when (ms): they had left by then. */
  readonly next: { readonly workOrderId: number; readonly at: number } | null;
}

export const UNASKED: ServerEvidence = { momentId: '', reading: false, automatic: null, next: null };

const isOurs = (pair: Pair, who: Who, activity: WorkActivity) =>
  whoseIs(activity, who) === 'us' &&
  tracesOfWork([activity]).some(
    (trace: Trace) =>
      trace.direction === 'in' &&
      timesOf(trace, pair.checkIn.at.offset).some((ms) => Math.abs(ms - pair.checkIn.at.ms) < MINUTE),
  );

/** Somebody else's check-out of our pair, ms; null while it is open. */
function automaticOf(pair: Pair, who: Who, activities: readonly WorkActivity[]): number | null {
  const { offset } = pair.checkIn.at;
  const ours = activities.find((activity) => isOurs(pair, who, activity));
  if (!ours) return null;
  const out = tracesOfWork([ours]).find(({ direction }) => direction === 'out');
  const times = out ? timesOf(out, offset).filter((ms) => ms >= pair.checkIn.at.ms) : [];
  return times.length > 0 ? Math.min(...times) : null;
}

/** Asks whether ServiceChannel has checked out by itself. Never throws; not to be known is no evidence. */
export async function readAutomatic(
  sender: Who & { readonly client: Pick<Client, 'workActivities'> },
  visit: Visit,
): Promise<number | null> {
  const pair = lastPair(visit);
  if (pair?.checkIn.delivery.state !== 'recorded') return null;
  const answer = await sender.client.workActivities(visit.workOrderId);
  return answer.kind === 'ok' ? automaticOf(pair, sender, answer.value) : null;
}

/** Asks where this user checked in next after a check-in that is still open. Never throws. */
export async function readNext(
  sender: Who & { readonly client: Pick<Client, 'ownActivities'> },
  visit: Visit,
  now: number,
): Promise<ServerEvidence['next']> {
  const pair = lastPair(visit);
  if (!pair) return null;
  const { ms, offset } = pair.checkIn.at;
  const [from, to] = [ms, now + DAY].map((at) => dateOf(at, () => 0));
  if (!from || !to) return null;
  const answer = await sender.client.ownActivities(from, to, pair.userId);
  if (answer.kind !== 'ok') return null;
  const later = answer.value.flatMap((activity) => {
    const { workOrderId } = activity;
    if (workOrderId === null || workOrderId === visit.workOrderId) return [];
    if (whoseIs(activity, sender) !== 'us') return [];
    const [into] = tracesOfWork([activity]);
    const times = into ? timesOf(into, offset).filter((at) => at > ms && at <= now) : [];
    return times.map((at) => ({ workOrderId, at }));
  });
  return later.toSorted((a, b) => a.at - b.at)[0] ?? null;
}
