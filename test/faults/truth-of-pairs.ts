import { problemsOf } from '../../main/views/problems.ts';
import { isOpen, lastPair } from '../../main/visit/phase.ts';
import { endOf, startOf } from '../../main/visit/stays.ts';
import type { Pair, Report, State, Visit } from '../../main/visit/types.ts';
import type { WorkActivity } from '../sandbox/records.ts';
import { orderSource } from './order-source.ts';
import { PERSON, type World } from './world.ts';

/** ServiceChannel's work activities are what was lived, each once, and open is only what people see to be open. */

const iso = (ms: number) => new Date(ms).toISOString().slice(5, 19);

/** How ServiceChannel should hold one side of a pair: not at all, or in any way where the client enters it. */
type Held = 'ours' | 'not' | 'elsewhere';

/** By the report itself, or by the work activity that took its place. */
function heldBy(visit: Visit, report: Report): Held {
  const { delivery } = report;
  if (delivery.state === 'replaced') {
    const step = visit.steps.find(({ id }) => id === delivery.by);
    return step ? heldBy(visit, step) : 'not';
  }
  if (delivery.state !== 'recorded') return 'not';
  return delivery.by === 'phone' || delivery.by === 'client' ? 'elsewhere' : 'ours';
}

interface Claim {
  readonly visit: Visit;
  readonly pair: Pair;
}

/** Its check-in is on the record, and neither moved away nor taken away. */
const claimsOf = ({ visits }: State): readonly Claim[] =>
  visits
    .filter(({ movedTo }) => movedTo === null)
    .flatMap((visit) =>
      visit.pairs
        .filter((pair) => pair.reportedBy !== 'phone' && heldBy(visit, pair.checkIn) === 'ours')
        .map((pair) => ({ visit, pair })),
    );

/** The one of these activities that is this pair's, the likeliest first. */
function activityOf({ visit, pair }: Claim, left: readonly WorkActivity[]): WorkActivity | undefined {
  const { checkIn, checkOut, reportedBy } = pair;
  const same = left.filter(
    (each) =>
      each.workOrderId === visit.workOrderId &&
      each.timeIn === checkIn.at.ms &&
      each.workTypeId === pair.workTypeId &&
      // A work activity that was added is one technician's.
      (each.techsCount === pair.techsCount || reportedBy === 'activity'),
  );
  return same.find(({ timeOut }) => timeOut === (checkOut?.at.ms ?? null)) ?? same[0];
}

/** It was the office: the check-in is gone, or this is when it was closed. */
const wasTakenAway = ({ gone }: World, { visit, pair }: Claim): boolean =>
  gone.some((each) => each.workOrderId === visit.workOrderId && each.timeIn === pair.checkIn.at.ms);

const closedByOffice = (world: World, { workOrderId, timeOut }: WorkActivity) =>
  world.closedByOffice.some((each) => each.workOrderId === workOrderId && each.at === timeOut);

/** Whether the app shows this pair as open: on site, or still open at ServiceChannel. */
function isInSight(world: World, { visit, pair }: Claim): boolean {
  if (isOpen(visit) && lastPair(visit)?.id === pair.id && !pair.checkOut) return true;
  return problemsOf(visit, orderSource(world)).some(
    ({ state, reportId }) => state === 'parked' && reportId === pair.checkOut?.id,
  );
}

/** The activity of a pair as the office has changed it; none once the technician has put that right. */
function changedActivityOf({ changed }: World, { visit, pair }: Claim, left: readonly WorkActivity[]) {
  const isPutRight = visit.steps.some(
    ({ kind, delivery, ...step }) =>
      kind === 'activity' &&
      'held' in step &&
      step.held !== null &&
      step.pairId === pair.id &&
      delivery.state === 'recorded' &&
      delivery.by !== 'client',
  );
  const it = changed.findLast(({ from }) => from === pair.checkIn.at.ms)?.activity;
  return it && !isPutRight && left.includes(it) ? it : undefined;
}

function judgeEnd(world: World, claim: Claim, activity: WorkActivity): void {
  const { visit, pair } = claim;
  const { timeOut } = activity;
  const what = `pair ${pair.id} of ${visit.workOrderId}`;
  if (timeOut === null) {
    if (!isInSight(world, claim)) world.violate(`open there and not in sight: ${what}`);
    return;
  }
  if (closedByOffice(world, activity)) return;
  const { checkOut } = pair;
  if (!checkOut) world.violate(`on site here, closed there: ${what}`);
  else if (heldBy(visit, checkOut) === 'ours' && timeOut !== checkOut.at.ms)
    world.violate(`ends ${iso(timeOut)} there, ${iso(checkOut.at.ms)} here: ${what}`);
}

/** A correction that was to make room was given up, or is the client's to make. */
export const isLeftAsItWas = ({ visit, pair }: Claim): boolean =>
  visit.steps.some(
    (step) =>
      step.kind === 'activity' &&
      step.pairId === pair.id &&
      (step.delivery.state === 'discarded' ||
        (step.delivery.state === 'recorded' && step.delivery.by === 'client')),
  );

/** Two stays may lie over each other by the difference to the server's clock that is tolerated (DESIGN.md, rule 1), ms. */
const TOLERATED = 31_000;

const common = (one: Pair, other: Pair): number =>
  Math.min(endOf(one), endOf(other)) - Math.max(startOf(one), startOf(other));

/** One technician is at one place at a time. Of two stays that overlap one may have been left as it was, knowingly. */
function judgePlaces(world: World, claims: readonly Claim[]): void {
  const ours = claims.filter((claim) => !isLeftAsItWas(claim) && !wasTakenAway(world, claim));
  for (const [index, one] of ours.entries())
    for (const other of ours.slice(index + 1))
      if (common(one.pair, other.pair) > TOLERATED)
        world.violate(`in two places at once: pairs ${one.pair.id} and ${other.pair.id}`);
}

/** Its record was to be deleted, and the client was told or the technician gave that up. */
const isLeftBehind = ({ changed }: World, { visits }: State, activity: WorkActivity): boolean => {
  // One that the office gave other times is meant by those that it had.
  const began = changed.find((each) => each.activity === activity)?.from ?? activity.timeIn;
  return visits
    .flatMap(({ steps }) => steps)
    .some(
      (step) =>
        step.kind === 'deletion' &&
        step.delivery.state === 'discarded' &&
        step.workOrderId === activity.workOrderId &&
        (step.from.ms === began || step.from.ms === activity.timeIn),
    );
};

/** Begun on the phone, and not gone on with in the app. */
const isKnownElsewhere = ({ madeElsewhere, continued }: World, activity: WorkActivity): boolean =>
  madeElsewhere.includes(activity) && !continued.includes(activity);

/** Compares all pairs with all work activities of this technician, one with one. */
export function judgePairs(world: World, state: State): void {
  const left = world.sandbox.state.activities.filter(({ userId }) => userId === PERSON.userId);
  const claims = claimsOf(state);
  judgePlaces(world, claims);
  for (const claim of claims) {
    const activity = activityOf(claim, left);
    const changed = changedActivityOf(world, claim, left);
    if (activity) {
      left.splice(left.indexOf(activity), 1);
      judgeEnd(world, claim, activity);
    } else if (changed) {
      left.splice(left.indexOf(changed), 1);
    } else if (!wasTakenAway(world, claim))
      world.violate(`no such work activity: pair ${claim.pair.id} of ${claim.visit.workOrderId}`);
  }
  for (const activity of left)
    if (!isLeftBehind(world, state, activity) && !isKnownElsewhere(world, activity))
      world.violate(`nobody was there: ${activity.workOrderId} since ${iso(activity.timeIn)}`);
}

/** A stay that was begun on the phone within a minute of this one: a read cannot tell which of them is there. */
const hasLike = ({ madeElsewhere }: World, { workOrderId }: Visit, { checkIn }: Pair): boolean =>
  madeElsewhere.some(
    (each) => each.workOrderId === workOrderId && Math.abs(each.timeIn - checkIn.at.ms) < 60_000,
  );

/** Checks that ServiceChannel was read after a check-out was given up, where anything can be read from it. */
export function judgeGivenUpRead(world: World, { visits }: State): void {
  const { readBackUsers, readBackTimes } = world.sandbox.config;
  // Entries that name nobody, or times of another zone without an offset, leave open what was read.
  if (readBackUsers === 'none' || readBackTimes === 'bareLocal') return;
  for (const visit of visits)
    for (const pair of visit.pairs)
      if (pair.leftOpen?.stands === 'unread' && !hasLike(world, visit, pair))
        world.violate(`given up, and never read: pair ${pair.id}`);
}
