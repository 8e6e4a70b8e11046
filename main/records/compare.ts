import { MINUTE } from '../visit/time.ts';

/** A check-in with its check-out, here or there; times in ms, `to` null while it is open. */
export interface Stay {
  readonly workOrderId: number;
  readonly from: number;
  readonly to: number | null;
  /** Null where it is not told. */
  readonly techsCount: number | null;
}

/** Two stays beside each other, of which one may be missing. */
export interface ComparedStays {
  readonly here: Stay | null;
  readonly there: Stay | null;
  /** The largest difference of an edge or of the length, ms; 0 where one is missing. */
  readonly apart: number;
  readonly matches: boolean;
}

/** The server may have rounded. */
const TOLERANCE = MINUTE;

const gap = (a: number | null, b: number | null): number => {
  if (a === null && b === null) return 0;
  return a === null || b === null ? Number.POSITIVE_INFINITY : Math.abs(a - b);
};

const lengthOf = ({ from, to }: Stay): number | null => (to === null ? null : to - from);

/** The largest difference of an edge or of the length. Where one goes on, it goes on until `now`, ms. */
function difference(here: Stay, there: Stay, now: number): number {
  const bothOpen = here.to === null && there.to === null;
  const ended = (stay: Stay): Stay => ({
    ...stay,
    to: stay.to ?? (bothOpen ? null : Math.max(now, stay.from)),
  });
  const [a, b] = [ended(here), ended(there)];
  return Math.max(gap(a.from, b.from), gap(a.to, b.to), gap(lengthOf(a), lengthOf(b)));
}

function beside(here: Stay, there: Stay, now: number): ComparedStays {
  const sameCrew = there.techsCount === null || there.techsCount === here.techsCount;
  const sameEnd = (here.to === null) === (there.to === null);
  const apart = difference(here, there, now);
  return { here, there, apart, matches: sameCrew && sameEnd && apart <= TOLERANCE };
}

/**
 * Puts the stays of one day here and on ServiceChannel beside each other: on the same work order those that are nearest
 * in time, one each.
 */
export function putBeside(
  here: readonly Stay[],
  there: readonly Stay[],
  now: number,
): readonly ComparedStays[] {
  const near = here
    .flatMap((own) =>
      there
        .filter((held) => held.workOrderId === own.workOrderId)
        .map((held) => ({ own, held, distance: gap(own.from, held.from) + difference(own, held, now) })),
    )
    .sort((a, b) => a.distance - b.distance);
  const taken = new Set<Stay>();
  const both = near.flatMap(({ own, held }) => {
    if (taken.has(own) || taken.has(held)) return [];
    taken.add(own).add(held);
    return [beside(own, held, now)];
  });
  const alone = { apart: 0, matches: false };
  return [
    ...both,
    ...here.filter((own) => !taken.has(own)).map((own) => ({ here: own, there: null, ...alone })),
    ...there.filter((held) => !taken.has(held)).map((held) => ({ here: null, there: held, ...alone })),
  ].sort((a, b) => rowStart(a) - rowStart(b));
}

const rowStart = ({ here, there }: ComparedStays): number => here?.from ?? there?.from ?? 0;

/** How the record of a day stands, as one word: what is missing before what differs. */
export type Standing =
  | { readonly kind: 'matches' | 'only-there' | 'only-here' }
  | { readonly kind: 'differs'; readonly minutes: number };

/** How a day stands by the comparison of all its pairs. */
export function standingOf(all: readonly ComparedStays[]): Standing {
  if (all.some(({ here }) => here === null)) return { kind: 'only-there' };
  if (all.some(({ there }) => there === null)) return { kind: 'only-here' };
  if (all.every(({ matches }) => matches)) return { kind: 'matches' };
  const most = Math.max(...all.filter(({ matches }) => !matches).map((each) => each.apart));
  return { kind: 'differs', minutes: Math.round(most / MINUTE) };
}
