import { type Owner, type Pair, type Report, type State, TRAVEL, type Visit } from './types.ts';

export type Phase = 'on site' | 'travelling' | 'paused' | 'over';

/** The pairs that count: a discarded pair, and one that belongs to another work order, stay in the history only. */
export const livePairs = (visit: Visit): readonly Pair[] =>
  visit.movedTo === null ? visit.pairs.filter((pair) => pair.checkIn.delivery.state !== 'discarded') : [];

/** The last pair that counts. */
export const lastPair = (visit: Visit): Pair | undefined => livePairs(visit).at(-1);

/**
 * ServiceChannel refused the first check-in: the visit is over until it is sent again (INTERFACE.md). One that it only
 * failed at is on site all the same.
 */
export function neverBegan(visit: Visit): boolean {
  const delivery = livePairs(visit)[0]?.checkIn.delivery;
  return delivery?.state === 'refused' && delivery.problem.reason !== 'server-error';
}

/** Where the technician stands with this work order. */
export function phaseOf(visit: Visit): Phase {
  const last = lastPair(visit);
  if (!last || neverBegan(visit) || visit.endedAt !== null) return 'over';
  if (last.leftOpen?.stands === 'parked') return 'over';
  if (visit.finish && visit.finish.delivery.state !== 'discarded') return 'over';
  if (!last.checkOut) return last.workTypeId === TRAVEL ? 'travelling' : 'on site';
  return last.checkOut.leaving.action === 'Cancel' ? 'paused' : 'over';
}

/** Has the technician checked in and not out, on site or on the way? */
export const isOpen = (visit: Visit): boolean => {
  const phase = phaseOf(visit);
  return phase === 'on site' || phase === 'travelling';
};

/** Whether the visit is this owner's. */
export const isOwnedBy = (visit: Owner, { userId, server }: Owner): boolean =>
  visit.userId === userId && visit.server === server;

/** Tells one user from another, in the names of what is kept for each; empty while signed out. */
export const ownerKey = (owner: Owner | null): string => (owner ? `${owner.server} ${owner.userId}` : '');

/** The user that a visit's check-ins name: its owner, or a colleague that the owner reported for. */
export const technicianOf = ({ pairs, userId }: Visit): number => pairs[0]?.userId ?? userId;

/** The visit's owner was there themselves; else it is a colleague's. */
export const isOwn = (visit: Visit): boolean => technicianOf(visit) === visit.userId;

/** The UserId of the colleague who was there; null where it was the owner. */
export const colleagueOf = (visit: Visit): number | null => (isOwn(visit) ? null : technicianOf(visit));

/** The visits that one user reported, their own and their colleagues'; none while signed out. */
export const visitsOf = ({ visits }: State, owner: Owner | null): readonly Visit[] =>
  owner ? visits.filter((visit) => isOwnedBy(visit, owner)) : [];

/** Those of an owner's visits at which one user was; a colleague's where `userId` is not the owner's. */
export const visitsAt = (state: State, owner: Owner, userId: number): readonly Visit[] =>
  visitsOf(state, owner).filter((visit) => technicianOf(visit) === userId);

/** The visits at which their owner was; none while signed out. */
export const ownVisits = (state: State, owner: Owner | null): readonly Visit[] =>
  visitsOf(state, owner).filter(isOwn);

/** The visit with an open check-in. */
export const openVisit = (visits: readonly Visit[]): Visit | undefined => visits.find(isOpen);

const pausedAt = (visit: Visit): number => lastPair(visit)?.checkOut?.seq ?? 0;

/** Paused visits, the one paused last first. */
export const pausedVisits = (visits: readonly Visit[]): readonly Visit[] =>
  visits.filter((visit) => phaseOf(visit) === 'paused').sort((a, b) => pausedAt(b) - pausedAt(a));

/** The visit that the app shows: the one that is on site, else the one paused last. */
export const currentVisit = (visits: readonly Visit[]): Visit | undefined =>
  openVisit(visits) ?? pausedVisits(visits)[0];

/** The check-in and, where there is one, the check-out of a pair. */
export const pairReports = (pair: Pair): readonly Report[] =>
  pair.checkOut ? [pair.checkIn, pair.checkOut] : [pair.checkIn];

/**
 * Is it settled neither that ServiceChannel holds no check-in of this pair, nor that it holds it closed? It refuses a
 * check-out as not checked in where nothing of this user is open.
 */
export function mayBeOpenThere({ checkIn, checkOut, leftOpen }: Pair): boolean {
  if (leftOpen)
    return leftOpen.stands !== 'closed' && leftOpen.stands !== 'gone' && leftOpen.reason !== 'not-checked-in';
  if (checkOut?.delivery.state === 'recorded' || checkOut?.delivery.state === 'discarded') return false;
  const { delivery } = checkIn;
  if (delivery.state === 'recorded') return delivery.by !== 'phone' && delivery.by !== 'client';
  return hasUnknownOutcome(checkIn);
}

/** Every report of a visit: its pairs in order, what finished it, and what repairs its record. */
export function reportsOf(visit: Visit): readonly Report[] {
  const reports = visit.pairs.flatMap((pair): readonly Report[] =>
    pair.givenUp.length > 0
      ? [pair.checkIn, ...pair.givenUp, ...pairReports(pair).slice(1)]
      : pairReports(pair),
  );
  return [...reports, ...(visit.finish ? [visit.finish] : []), ...visit.steps];
}

/** The work order that a report speaks to: a repair may concern another than its visit's. */
export const orderOf = (visit: Visit, report: Report): number =>
  'workOrderId' in report ? report.workOrderId : visit.workOrderId;

/** Recorded, given up, or replaced by another report: it asks for nothing more. */
export const isSettled = (report: Report): boolean =>
  ['recorded', 'discarded', 'replaced'].includes(report.delivery.state);

/** The reports of visits that still ask for something. */
export const unsettledOf = (visits: readonly Visit[]): readonly Report[] =>
  visits.flatMap(reportsOf).filter((report) => !isSettled(report));

/** Stands for worked time or a status, in order with the others; what only tidies up holds nothing back. */
export const isInOrder = (report: Report): boolean =>
  report.kind !== 'note' &&
  report.kind !== 'deletion' &&
  report.kind !== 'restore' &&
  report.kind !== 'codes';

/** Its request may have arrived, and no answer tells. */
export const hasUnknownOutcome = ({ delivery }: Pick<Report, 'delivery'>): boolean =>
  delivery.state === 'sending' || delivery.state === 'unconfirmed';

/** Whether only a person can decide about the report. */
export const needsPerson = (report: Report): boolean =>
  report.delivery.state === 'refused' || report.delivery.state === 'unconfirmed';
