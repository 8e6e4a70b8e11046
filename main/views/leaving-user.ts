import type { OtherUserView, SignOutView, Snapshot } from '../../preload/contract.ts';
import { userNameOf } from '../account/person.ts';
import type { Core } from '../core.ts';
import { isOpen, isOwnedBy, openVisit, ownerKey, unsettledOf } from '../visit/phase.ts';
import { DAY } from '../visit/time.ts';
import type { Owner, State, Visit } from '../visit/types.ts';

/** ServiceChannel takes times up to 7 days back: whose reports wait so long is told with weight while there is time (ms). */
const LATE_AFTER = 5 * DAY;

/** The visit and the reports that signing out would leave here; null where there are none. */
function signOutView(mine: readonly Visit[]): SignOutView | null {
  const workOrderId = openVisit(mine)?.workOrderId ?? null;
  const waiting = unsettledOf(mine).length;
  return workOrderId === null && waiting === 0 ? null : { workOrderId, waiting };
}

function otherView(visits: readonly Visit[], userName: string | null, now: number): OtherUserView | null {
  const waiting = unsettledOf(visits);
  const isOnSite = visits.some(isOpen);
  if (!isOnSite && waiting.length === 0) return null;
  const isLate = waiting.some((report) => 'at' in report && now - report.at.ms >= LATE_AFTER);
  return { userName, isOnSite, waiting: waiting.length, isLate };
}

/**
 * Of other users who have something under way on this computer: that they are checked in, or how many reports wait, and
 * nothing more. Told to a signed-in user.
 * @param nameOf the user name of the sign-in here; null where it was not kept
 * @param now ms
 */
export function otherUsers(
  { visits }: State,
  owner: Owner | null,
  nameOf: (owner: Owner) => string | null,
  now: number,
): readonly OtherUserView[] {
  if (!owner) return [];
  const theirs = visits.filter((visit) => !isOwnedBy(visit, owner));
  const users = new Map(
    theirs.map(({ userId, server }) => [ownerKey({ userId, server }), { userId, server }]),
  );
  return [...users.values()].flatMap((user) => {
    const own = theirs.filter((visit) => isOwnedBy(visit, user));
    return otherView(own, nameOf(user), now) ?? [];
  });
}

/** The part of the snapshot about signing out, and about the other users of this computer. */
export const leavingPart = (
  { visits, reported, session, clock }: Core,
  facts: Parameters<typeof userNameOf>[0],
): Pick<Snapshot, 'signOut' | 'others'> => ({
  signOut: signOutView(reported),
  others: otherUsers(visits.state, session.owner, (owner) => userNameOf(facts, owner), clock.now()),
});
