import type { Answer } from '../servicechannel/answers.ts';
import { type Who, whoseIs } from '../servicechannel/who.ts';
import type { FoundReport } from '../visit/edit.ts';
import { statusOf } from '../visit/leaving.ts';
import { orderOf, reportsOf, technicianOf } from '../visit/phase.ts';
import type { OrderStatus, Report, Visit } from '../visit/types.ts';
import { goesBefore } from './order.ts';
import {
  type ReadBack,
  type Reader,
  readBackActivity,
  readBackCodes,
  readBackDeletion,
  readBackNote,
  unread,
} from './read-back-step.ts';
import {
  FULL_PAGE,
  findTrace,
  isOneOf,
  type Presence,
  type Trace,
  tracesOfActivity,
  tracesOfWork,
} from './traces.ts';

/** Was it moved to another number and its record here deleted? Then it explains no trace any more. */
const wasDeleted = (visits: readonly Visit[], { movedTo, workOrderId }: Visit): boolean =>
  movedTo !== null &&
  visits
    .filter(({ id }) => id === movedTo)
    .flatMap(({ steps }) => steps)
    .some(
      (step) =>
        step.kind === 'deletion' && step.workOrderId === workOrderId && step.delivery.state === 'recorded',
    );

/** Reports of the same user on the same work order that are known to be recorded. */
function recordedBeside(visits: readonly Visit[], visit: Visit, report: Report): readonly Report[] {
  return (
    visits
      .filter(
        (other) => other.workOrderId === visit.workOrderId && technicianOf(other) === technicianOf(visit),
      )
      .filter((other) => !wasDeleted(visits, other))
      .flatMap(reportsOf)
      // Nothing else leaves such a trace: a status of the same second must not explain away a check-in's.
      .filter((each) => each.kind === 'check-in' || each.kind === 'check-out')
      .filter((each) => each.id !== report.id && each.delivery.state === 'recorded')
  );
}

/** Recorded on a technician's word: the server was not asked, so a trace may or may not be this one's. */
const isSworn = ({ delivery }: Report) =>
  delivery.state === 'recorded' && ['technician', 'phone', 'client'].includes(delivery.by);

const same = (a: string | null, b: string | null) => (a ?? '').toUpperCase() === (b ?? '').toUpperCase();

/**
 * A check-in of ours after this status has gone: it could go where the status was in question, and puts the order on site
 * also where the status was recorded before. It is known by its time or by its click: the clock may have moved either.
 */
const isFollowed = (visits: readonly Visit[], visit: Visit, report: Report): boolean =>
  visits
    .filter(({ workOrderId }) => workOrderId === orderOf(visit, report))
    .flatMap(({ pairs }) => pairs)
    .some(
      ({ checkIn }) =>
        ['sending', 'unconfirmed', 'recorded'].includes(checkIn.delivery.state) &&
        (goesBefore(report, checkIn) || checkIn.seq > report.seq),
    );

/**
 * The order is on site, as a pause leaves it: the status is absent, unless another check-in was made there, by us after it,
 * or by another user or on the phone, which may have been after it, earlier though its time may be.
 */
async function readBackOnSite(
  reader: Reader,
  visits: readonly Visit[],
  visit: Visit,
  report: Report,
  who: Who,
  signal: AbortSignal,
): Promise<ReadBack> {
  if (isFollowed(visits, visit, report)) return 'unclear';
  const answer = await reader.checkInActivity(orderOf(visit, report), { signal });
  if (answer.kind !== 'ok') return unread(answer);
  const ours = recordedBeside(visits, visit, report);
  const isOurs = answer.value.every(
    (entry) => whoseIs(entry, who) === 'us' && (entry.direction === 'out' || isOneOf(entry, ours)),
  );
  return isOurs && answer.value.length < FULL_PAGE ? 'absent' : 'unclear';
}

/** The order had this status before the visit, and no check-in of the visit has changed it since. */
const mayBeFromBefore = ({ statusBefore, pairs }: Visit, report: Report, wanted: OrderStatus): boolean =>
  report.kind === 'status' &&
  statusBefore !== null &&
  same(wanted.primary, statusBefore.primary) &&
  same(wanted.extended, statusBefore.extended) &&
  !pairs.some(({ reportedBy, checkIn }) => reportedBy === 'app' && checkIn.delivery.state === 'recorded');

async function readBackStatus(
  reader: Reader,
  visits: readonly Visit[],
  visit: Visit,
  report: Report,
  who: Who,
  signal: AbortSignal,
): Promise<ReadBack> {
  const answer = await reader.workOrder(orderOf(visit, report), { signal });
  if (answer.kind !== 'ok') return unread(answer);
  const { statusPrimary, statusExtended } = answer.value;
  if (report.kind === 'status' || report.kind === 'restore') {
    const wanted = report.kind === 'status' ? statusOf(report) : report.status;
    const there = wanted && same(wanted.primary, statusPrimary) && same(wanted.extended, statusExtended);
    if (there) return mayBeFromBefore(visit, report, wanted) ? 'unclear' : 'there';
    // A pause leaves this status (API.md). Anything else was set since, after ours or instead of it.
    const isOnSite = same(statusPrimary, 'IN PROGRESS') && same(statusExtended, 'ON SITE');
    return isOnSite ? readBackOnSite(reader, visits, visit, report, who, signal) : 'unclear';
  }
  // A check-in puts the order IN PROGRESS (seed): one that is still open has none. Anything else may be a colleague's.
  return report.kind === 'check-in' && same(statusPrimary, 'OPEN') ? 'absent' : 'unclear';
}

/** Reads back whether ServiceChannel holds a report (rule 3). Never throws. */
export async function readBack(
  reader: Reader,
  visits: readonly Visit[],
  { visit, report, pair }: FoundReport,
  who: Who,
  signal: AbortSignal,
): Promise<ReadBack> {
  switch (report.kind) {
    case 'status':
    case 'restore':
      return readBackStatus(reader, visits, visit, report, who, signal);
    case 'note':
      return readBackNote(reader, visits, report, signal);
    case 'codes':
      return readBackCodes(reader, visit, report, signal);
    case 'deletion':
      return readBackDeletion(reader, visits, report, who, signal);
    case 'activity':
      return pair ? readBackActivity(reader, visit, report, pair, who, signal) : 'unclear';
    default:
      return readBackSide(reader, visits, visit, report, who, signal);
  }
}

/**
 * Reads back a check-in or check-out: the check-in activity, then the work activities, and only where neither can be
 * read the work order's status.
 */
async function readBackSide(
  reader: Reader,
  visits: readonly Visit[],
  visit: Visit,
  report: Report,
  who: Who,
  signal: AbortSignal,
): Promise<ReadBack> {
  const beside = recordedBeside(visits, visit, report);
  const others = beside.filter((each) => !isSworn(each));
  const twin = beside.some(
    (each) => isSworn(each) && each.kind === report.kind && each.at.ms === report.at.ms,
  );
  const judge = <T>(
    answer: Answer<readonly T[]>,
    traces: (value: readonly T[]) => readonly Trace[],
  ): Presence | null => {
    if (answer.kind !== 'ok') return null;
    const found = findTrace(traces(answer.value), report, others, who);
    const doubtful = found === 'there' ? twin : answer.value.length >= FULL_PAGE;
    return doubtful ? 'unclear' : found;
  };
  const first = judge(await reader.checkInActivity(visit.workOrderId, { signal }), tracesOfActivity);
  if (first === 'there') return first;
  const second = judge(await reader.workActivities(visit.workOrderId, { signal }), tracesOfWork);
  if (second === 'there') return second;
  if (first === 'unclear' || second === 'unclear') return 'unclear';
  return first ?? second ?? readBackStatus(reader, visits, visit, report, who, signal);
}
