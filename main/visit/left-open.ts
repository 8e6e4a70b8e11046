import { type AfterGivenUp, done, NOT_NOW, type Ruled } from './commands.ts';
import {
  BY_CLIENT,
  type FoundReport,
  findReport,
  freshReport,
  GIVEN_UP,
  pairOf,
  replaceVisit,
  setPair,
} from './edit.ts';
import { completeWith, PAUSE, UNCHANGED } from './leaving.ts';
import { lastPair, livePairs } from './phase.ts';
import type { RefusalReason } from './problem.ts';
import { misfit, startOf, staysElsewhere } from './stays.ts';
import { toStamp } from './time.ts';
import type { CheckIn, CheckOut, Context, LeftOpen, Pair, Report, State, Visit } from './types.ts';

/**
 * Check-outs that are given up (DESIGN.md, rule 4): their check-in stays open at ServiceChannel, so the visit becomes
 * what ServiceChannel holds.
 */

/** With these a work order takes no check-out. */
const TAKES_NONE: readonly RefusalReason[] = [
  'completed',
  'closed-for-check-in',
  'permission',
  'xml-permission',
  'not-found',
];

/** For any check-out: changing it would make no difference. */
export const takesNone = ({ reason }: LeftOpen): boolean => reason !== null && TAKES_NONE.includes(reason);

const reasonOf = ({ delivery }: Report): RefusalReason | null =>
  delivery.state === 'refused' ? delivery.problem.reason : null;

const given = (checkOut: CheckOut): CheckOut => ({ ...checkOut, delivery: GIVEN_UP });

/**
 * Opens a visit again whose ending check-out was given up; a finishing status that still waits is given up with it.
 */
function withoutEnd(visit: Visit, pair: Pair): Visit {
  if (lastPair(visit)?.id !== pair.id) return visit;
  const { finish } = visit;
  const isWaiting = finish?.delivery.state === 'queued';
  return { ...visit, endedAt: null, finish: isWaiting ? { ...finish, delivery: GIVEN_UP } : finish };
}

/** The pair as one that is open again, its given-up check-out beside it. */
const reopened = (pair: Pair, checkOut: CheckOut, leftOpen: LeftOpen | null): Pair => ({
  ...pair,
  checkOut: null,
  givenUp: [...pair.givenUp, given(checkOut)],
  leftOpen,
});

/** The pause that was resumed since never took place: the pair goes on to the end of the next one. */
function merged(visit: Visit, pair: Pair, checkOut: CheckOut, reason: LeftOpen['reason']): Visit | null {
  const live = livePairs(visit);
  const next = live[live.findIndex(({ id }) => id === pair.id) + 1];
  if (next?.checkIn.delivery.state !== 'queued' || next.workTypeId !== pair.workTypeId) return null;
  // A copy: it belongs to another pair now.
  const goesOn: LeftOpen | null = next.checkOut ? null : { reason, stands: 'resumed', closedAt: null };
  const joined = { ...reopened(pair, checkOut, goesOn), checkOut: next.checkOut && { ...next.checkOut } };
  const gone = { ...next, checkIn: { ...next.checkIn, delivery: GIVEN_UP }, checkOut: null };
  return setPair(setPair(visit, joined), gone);
}

/** A refused or unconfirmed check-out whose check-in is on the record is given up. */
export function giveUpCheckOut(state: State, visit: Visit, pair: Pair, report: Report): Ruled {
  const { checkOut } = pair;
  if (!checkOut) return NOT_NOW;
  const leftOpen: LeftOpen = { reason: reasonOf(report), stands: 'unread', closedAt: null };
  const parked = setPair(visit, {
    ...pair,
    checkOut: given(checkOut),
    leftOpen: { ...leftOpen, stands: 'parked' },
  });
  if (visit.movedTo !== null) return done(replaceVisit(state, parked));
  const isLast = lastPair(visit)?.id === pair.id;
  const again = isLast
    ? setPair(withoutEnd(visit, pair), reopened(pair, checkOut, leftOpen))
    : merged(visit, pair, checkOut, leftOpen.reason);
  const fits = again && !misfit(state, again, report.id);
  return done(replaceVisit(state, fits ? again : withoutEnd(parked, pair)));
}

/** The client enters the check-out, and closes the check-in with it: parked until a read shows that. */
export const closedByClient = (pair: Pair, reason: RefusalReason | null): Pair => ({
  ...pair,
  checkOut: pair.checkOut && { ...pair.checkOut, delivery: BY_CLIENT },
  leftOpen: { reason, stands: 'parked', closedAt: null },
});

/** An unconfirmed check-in is given up, and may be there all the same: its pair is looked for. */
export const giveUpCheckIn = (pair: Pair): Pair => ({
  ...pair,
  checkIn: { ...pair.checkIn, delivery: GIVEN_UP },
  checkOut: pair.checkOut && given(pair.checkOut),
  leftOpen: { reason: null, stands: 'unread', closedAt: null },
});

/** The report that a pair is asked about by while it may be open there; null where there is nothing to read. */
export function reportToReadOf({ checkIn, checkOut, givenUp, leftOpen }: Pair): CheckIn | CheckOut | null {
  if (leftOpen?.stands !== 'unread' && leftOpen?.stands !== 'parked') return null;
  if (checkIn.delivery.state === 'discarded') return checkIn;
  return checkOut ?? givenUp.at(-1) ?? null;
}

/** The given-up check-out that a pair could take back: the last one, while it has no other. */
export function takenBack({ visit, report }: Pick<FoundReport, 'visit' | 'report'>): Pair | null {
  const pair = pairOf(visit, report);
  const stands = pair?.leftOpen?.stands;
  if (report.kind !== 'check-out' || !pair || !stands || stands === 'closed' || stands === 'resumed')
    return null;
  const { checkIn, checkOut, givenUp } = pair;
  if (checkIn.delivery.state === 'discarded') return null;
  const isParked = checkOut === report && report.delivery.state === 'discarded';
  if (!isParked && (checkOut || givenUp.at(-1) !== report)) return null;
  return {
    ...pair,
    checkOut: { ...report, delivery: { state: 'queued' } },
    givenUp: givenUp.filter((each) => each !== report),
    leftOpen: null,
  };
}

/** ServiceChannel holds it open, and it is closed here: parked, in sight until a read shows that it is closed. */
function park(state: State, ctx: Context, visit: Visit, pair: Pair, leftOpen: LeftOpen): State {
  const { checkIn } = pair;
  const there = { state: 'recorded', mechanicId: null, by: 'read-back' } as const;
  const onRecord = checkIn.delivery.state === 'discarded' ? { ...checkIn, delivery: there } : checkIn;
  const checkOut = pair.checkOut ?? pair.givenUp.at(-1) ?? null;
  const fresh = freshReport(state, ctx, checkIn.at);
  // The check-in itself was given up: the stay is parked with a length of 0.
  const made: CheckOut = { kind: 'check-out', ...fresh, delivery: GIVEN_UP, leaving: PAUSE };
  const parked: Pair = {
    ...pair,
    checkIn: onRecord,
    checkOut: checkOut ?? made,
    givenUp: pair.givenUp.filter((each) => each !== checkOut),
    leftOpen: { ...leftOpen, stands: 'parked' },
  };
  const nextSeq = checkOut ? state.nextSeq : state.nextSeq + 1;
  return { ...replaceVisit(state, setPair(withoutEnd(visit, pair), parked)), nextSeq };
}

function foundOpen(state: State, ctx: Context, visit: Visit, pair: Pair, leftOpen: LeftOpen): Ruled {
  if (leftOpen.stands === 'parked') return done(state);
  if (takesNone(leftOpen) || pair.checkIn.delivery.state === 'discarded')
    return done(park(state, ctx, visit, pair, leftOpen));
  return done(replaceVisit(state, setPair(visit, { ...pair, leftOpen: { ...leftOpen, stands: 'on-site' } })));
}

/** When the pair ends here: when ServiceChannel closed it, and before its technician was elsewhere. */
function endHere(state: State, ctx: Context, visit: Visit, pair: Pair, closedAt: number): number {
  const later = [...staysElsewhere(state, visit).map((each) => each.pair), ...livePairs(visit)]
    .filter((each) => each.id !== pair.id && startOf(each) >= startOf(pair))
    .map(startOf);
  return Math.max(startOf(pair), Math.min(closedAt, ctx.now, ...later));
}

function foundClosed(
  state: State,
  ctx: Context,
  visit: Visit,
  pair: Pair,
  leftOpen: LeftOpen,
  at: number,
): Ruled {
  const own = pair.checkOut ?? pair.givenUp.at(-1);
  const settled = { ...pair, leftOpen: null };
  // Given up as a whole: whatever ServiceChannel keeps of it is closed there.
  if (pair.checkIn.delivery.state === 'discarded' || !own)
    return done(replaceVisit(state, setPair(visit, settled)));
  const recorded = { state: 'recorded', mechanicId: null, by: 'read-back' } as const;
  const givenUp = pair.givenUp.filter((each) => each !== own);
  if (toStamp(at, ctx.offsetAt).ms === own.at.ms)
    return done(
      replaceVisit(state, setPair(visit, { ...settled, givenUp, checkOut: { ...own, delivery: recorded } })),
    );
  const stamp = toStamp(endHere(state, ctx, visit, pair, at), ctx.offsetAt);
  const leaving = completeWith(UNCHANGED);
  const checkOut: CheckOut = {
    kind: 'check-out',
    ...freshReport(state, ctx, stamp),
    // ServiceChannel said it: it follows no clock of this computer.
    correction: null,
    delivery: recorded,
    leaving,
  };
  const ended: Pair = {
    ...pair,
    checkOut,
    givenUp: [...givenUp, given(own)],
    leftOpen: { ...leftOpen, stands: 'closed', closedAt: at },
  };
  return done({
    ...replaceVisit(state, setPair(withoutEnd(visit, pair), ended)),
    nextSeq: state.nextSeq + 1,
  });
}

/** Given up, or in the client's hands. */
const isGivenUp = ({ delivery }: Report): boolean =>
  delivery.state === 'discarded' || (delivery.state === 'recorded' && delivery.by === 'client');

/** Puts on the record what ServiceChannel holds of a pair whose check-out, or unconfirmed check-in, was given up. */
export function ruleAfterGivenUp(state: State, found: AfterGivenUp, ctx: Context): Ruled {
  const { visit, pair, report } = findReport(state.visits, found.reportId) ?? {};
  const leftOpen = pair?.leftOpen;
  if (!visit || !pair || !report || !leftOpen || leftOpen.stands === 'closed' || !isGivenUp(report))
    return NOT_NOW;
  switch (found.type) {
    case 'open-there':
      return foundOpen(state, ctx, visit, pair, leftOpen);
    case 'closed-there':
      return foundClosed(state, ctx, visit, pair, leftOpen, found.at);
    case 'not-there': {
      // On site it goes on: the next check-out finds no open check-in, and checks in again.
      const isOver = pair.checkOut !== null || pair.checkIn.delivery.state === 'discarded';
      const stands: LeftOpen | null = isOver ? null : { ...leftOpen, stands: 'gone' };
      return done(replaceVisit(state, setPair(visit, { ...pair, leftOpen: stands })));
    }
  }
}
