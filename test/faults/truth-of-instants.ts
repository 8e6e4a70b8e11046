import type { Pair, Report, State } from '../../main/visit/types.ts';
import { isFromElsewhere } from './elsewhere.ts';
import type { Lived } from './lived.ts';
import { isByOffice } from './office.ts';
import { isLeftAsItWas } from './truth-of-pairs.ts';
import type { World } from './world.ts';

/**
 * A difference of up to 30 s is tolerated (DESIGN.md, rule 1), and a slow answer measures it to half the time that it
 * took: 15 s and a second. Whole seconds add one (ms).
 */
const TOLERANCE = 47_000;

/** A typed time has whole minutes, and means the second of what happened before it in the same minute (ms). */
const MINUTE = 60_000;

const iso = (ms: number) => new Date(ms).toISOString().slice(5, 19);

/** Checks that what was recorded happened when it says, by the technician's own watch. */
export function judgeInstants(world: World, state: State, lived: Lived): void {
  if (world.computer.lostAt !== null || isLeftWrong(world, state)) return;
  for (const visit of state.visits) {
    // A stay under a wrong number is closed at its own second.
    if (visit.movedTo !== null) continue;
    // A check-in that was made on the phone has the time of the call.
    for (const pair of visit.pairs)
      for (const report of sidesOf(pair))
        if (!isByOffice(world, visit, report) && !isFromElsewhere(world, state, visit, report))
          judgeOne(world, report, lived);
  }
}

const isByClient = ({ delivery }: Report): boolean =>
  delivery.state === 'recorded' && delivery.by === 'client';

/**
 * A pair that went out before anything had said how wrong the clock is stays so while it is open, or where the office or
 * the client has closed it or the technician has given that up; those beside it have no room then.
 */
const isLeftWrong = (world: World, { visits }: State): boolean =>
  world.plan.dateless &&
  visits.some((visit) =>
    visit.pairs.some(
      (pair) =>
        pair.checkOut?.delivery.state !== 'recorded' ||
        isByClient(pair.checkOut) ||
        isByOffice(world, visit, pair.checkOut) ||
        isLeftAsItWas({ visit, pair }),
    ),
  );

/** The check-in and check-out that ServiceChannel holds of a pair by our own doing. */
const sidesOf = ({ checkIn, checkOut, reportedBy }: Pair): readonly Report[] =>
  reportedBy === 'phone'
    ? []
    : [checkIn, ...(checkOut ? [checkOut] : [])].filter(({ delivery }) => delivery.state === 'recorded');

function judgeOne(world: World, report: Report, lived: Lived): void {
  const instant = lived.of(report);
  if (!instant) return;
  const own = world.sandbox.config.clockOffsetSeconds * 1000;
  const allowed = TOLERANCE + Math.abs(own) + (instant.typed ? MINUTE : 0);
  const apart = report.at.ms - instant.at;
  if (Math.abs(apart) > allowed)
    world.violate(
      `${report.kind} ${report.id} happened ${iso(instant.at)} and is recorded ${iso(report.at.ms)}`,
    );
}
