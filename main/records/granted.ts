import { askedAbout } from '../visit/asked.ts';
import { MINUTE } from '../visit/time.ts';
import type { AskedFor } from '../visit/types.ts';
import { type ComparedStays, putBeside, type Stay } from './compare.ts';
import { type Own, stayOf } from './day-comparer.ts';

/** The client may have entered whole minutes. */
const near = (a: number, b: number | null): boolean => b !== null && Math.abs(a - b) <= MINUTE;

/** Whether a stay there is what the client was asked for. A count that is not told is the one that was reported. */
const isAsked = ({ from, until, techsCount }: AskedFor, own: Stay, there: Stay): boolean =>
  there.workOrderId === own.workOrderId &&
  near(from.ms, there.from) &&
  near(until.ms, there.to) &&
  (there.techsCount ?? own.techsCount) === techsCount;

/** The stay that the client was asked for; null where it was not, or ServiceChannel's record does not show it. */
function grantedStay(own: Own, held: readonly Stay[]): Stay | null {
  const stay = stayOf(own);
  const asked = askedAbout(own.visit, own.pair)?.asked;
  if (!asked || !held.some((there) => isAsked(asked, stay, there))) return null;
  return { ...stay, from: asked.from.ms, to: asked.until.ms, techsCount: asked.techsCount };
}

/** Whether ServiceChannel's record of the pair's day shows what the client was asked for. */
export const isGranted = (own: Own, held: readonly Stay[]): boolean => grantedStay(own, held) !== null;

/** Two records of a stay, with the pair that it is here. */
export interface OwnBeside extends ComparedStays {
  readonly own: Own | null;
}

/**
 * The pairs of one day beside what ServiceChannel holds of it. What the client has put right as they were asked is the
 * stay that both records mean.
 */
export function ownBeside(all: readonly Own[], held: readonly Stay[], now: number): readonly OwnBeside[] {
  const stays = new Map(all.map((own) => [grantedStay(own, held) ?? stayOf(own), own]));
  return putBeside([...stays.keys()], held, now).map((each) => ({
    ...each,
    own: (each.here && stays.get(each.here)) ?? null,
  }));
}
