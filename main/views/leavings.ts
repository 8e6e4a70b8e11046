import type { LeavingsView } from '../../preload/contract.ts';
import { lastPair } from '../visit/phase.ts';
import type { PrimaryStatus, Visit } from '../visit/types.ts';

/** So many visits say which status is the likeliest. */
const LOOKED_AT = 20;
const MOST_TEXTS = 5;

interface Left {
  readonly status: PrimaryStatus;
  readonly text: string | null;
}

/** How a visit ended; null while it goes on or where it only paused. */
function leftOf(visit: Visit): Left | null {
  if (visit.finish) return { status: visit.finish.primaryStatus, text: visit.finish.resolution };
  const leaving = lastPair(visit)?.checkOut?.leaving;
  return leaving?.action === 'Complete' ? { status: leaving.primaryStatus, text: leaving.resolution } : null;
}

function commonest(statuses: readonly PrimaryStatus[]): PrimaryStatus | null {
  const counts = new Map<PrimaryStatus, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].reduce<[PrimaryStatus | null, number]>(
    (best, [status, count]) => (count > best[1] ? [status, count] : best),
    [null, 0],
  )[0];
}

/** How the technician left work orders lately, as far as it helps with the next one. @param visits oldest first */
export function leavingsView(visits: readonly Visit[]): LeavingsView {
  const newest: Left[] = [];
  for (let index = visits.length - 1; index >= 0 && newest.length < LOOKED_AT; index--) {
    const visit = visits[index];
    const left = visit && leftOf(visit);
    if (left) newest.push(left);
  }
  const texts = new Set(newest.flatMap(({ text }) => text ?? []));
  return {
    likeliest: commonest(newest.map(({ status }) => status)),
    texts: [...texts].slice(0, MOST_TEXTS),
  };
}
