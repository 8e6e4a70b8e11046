import { dateOf } from '../moments/wall-clock.ts';
import { timesOf, tracesOfWork } from '../outbox/traces.ts';
import type { Client } from '../servicechannel/client.ts';
import type { OffsetAt } from '../servicechannel/times.ts';
import { type Who, whoseIs } from '../servicechannel/who.ts';
import { lastPair } from '../visit/phase.ts';
import { DAY } from '../visit/time.ts';
import type { Visit } from '../visit/types.ts';
import { closedAt } from './checked-out-there.ts';

/** ServiceChannel's record of a visit whose check-out seems forgotten. */
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

/**
 * Asks whether ServiceChannel has checked out by itself. Never throws; not to be known is no evidence.
 * @param offsetAt minutes east of UTC here
 */
export async function readAutomatic(
  sender: Who & { readonly client: Pick<Client, 'workActivities'> },
  visit: Visit,
  offsetAt: OffsetAt,
): Promise<number | null> {
  const pair = lastPair(visit);
  if (pair?.checkIn.delivery.state !== 'recorded') return null;
  const answer = await sender.client.workActivities(visit.workOrderId);
  return answer.kind === 'ok' ? closedAt(pair, answer.value, sender, offsetAt) : null;
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
