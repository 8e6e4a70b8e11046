import { isInOrder, isSettled, needsPerson, reportsOf } from '../visit/phase.ts';
import type { Report, Visit } from '../visit/types.ts';
import { sendable } from './next.ts';

/** What can keep every report. */
export interface Holding {
  readonly signedIn: boolean;
  readonly offline: boolean;
  readonly rush: boolean;
}

/** What a report waits for, for people; null where nothing keeps it. */
export function waitsFor(
  visits: readonly Visit[],
  visit: Visit,
  report: Report,
  { signedIn, offline, rush }: Holding,
): 'decision' | 'earlier' | 'sign-in' | 'connection' | 'limit' | null {
  if (report.delivery.state !== 'queued') return null;
  if (!sendable(visits).some(({ id }) => id === report.id)) {
    const before = reportsOf(visit).filter((each) => each.seq < report.seq && isInOrder(each));
    return before.some((each) => !isSettled(each) && needsPerson(each)) ? 'decision' : 'earlier';
  }
  if (!signedIn) return 'sign-in';
  if (offline) return 'connection';
  return rush ? 'limit' : null;
}
