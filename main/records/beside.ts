import type { KeptDay } from '../storage/comparisons.ts';
import { MINUTE } from '../visit/time.ts';
import type { Visit } from '../visit/types.ts';
import type { Span } from '../visit/week.ts';
import type { Stay } from './compare.ts';
import { begunIn, upToDate } from './day-comparer.ts';
import { type OwnBeside, ownBeside } from './granted.ts';

/** The facts that the two records of days are put beside each other from. */
export interface ComparedRecords {
  readonly visits: readonly Visit[];
  /** A day as ServiceChannel held it when it was read last, by its midnight; null: it never was. */
  readonly kept: (day: number) => KeptDay | null;
  /** Corrected instant, ms. */
  readonly now: number;
}

/** The two records of a day beside each other; null where they were not compared since something changed here. */
export function besideOf(day: Span, { visits, kept, now }: ComparedRecords): readonly OwnBeside[] | null {
  const own = begunIn(visits, day);
  const read = upToDate(kept(day.from), own);
  return read && ownBeside(own, read.held, now);
}

const differ = (one: number | null, other: number | null): boolean =>
  one === null || other === null ? one !== other : Math.abs(one - other) > MINUTE;

/**
 * Whether a stay there is a pair's own, changed by somebody: they have time in common. Another stay on the same order,
 * such as one by phone, must never be corrected in its place.
 */
export const isSameStay = ({ here, there }: OwnBeside): boolean =>
  here !== null &&
  there !== null &&
  here.from <= (there.to ?? Number.MAX_VALUE) &&
  there.from <= (here.to ?? Number.MAX_VALUE);

/**
 * The times that ServiceChannel holds in place of a pair's, by the last comparison of its day: a correction has to find
 * its activity by them. Null where they are the same, or not known.
 */
export function heldInstead(day: Span, records: ComparedRecords, pairId: string): Stay | null {
  const beside = besideOf(day, records)?.find(({ own }) => own?.pair.id === pairId);
  const { here, there } = beside ?? {};
  if (!beside || !here || !there || !isSameStay(beside)) return null;
  return differ(here.from, there.from) || differ(here.to, there.to) ? there : null;
}
