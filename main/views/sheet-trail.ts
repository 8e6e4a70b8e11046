import type { SheetAsked, SheetEarlier } from '../../preload/contract.ts';
import { dayOf } from '../records/day-comparer.ts';
import { isGranted } from '../records/granted.ts';
import { askedAbout, trailOf } from '../visit/asked.ts';
import type { Pair, Visit } from '../visit/types.ts';
import type { SheetSource } from './sheet-source.ts';

/** The times of a pair before each time that it was put right. */
export const trailView = (visit: Visit, pair: Pair): readonly SheetEarlier[] =>
  trailOf(visit, pair).map(({ from, until, changedAt }) => ({
    from: from.ms,
    until: until?.ms ?? null,
    changedAt,
  }));

/** The record that the client was asked for; null where it was not. @param kept a day as it was read last */
export function askedView(visit: Visit, pair: Pair, kept: SheetSource['kept']): SheetAsked | null {
  const note = askedAbout(visit, pair);
  if (!note) return null;
  const { from, until, techsCount } = note.asked;
  const held = kept(dayOf(pair.checkIn.at.ms).from)?.held ?? [];
  return {
    from: from.ms,
    until: until.ms,
    techsCount,
    at: note.at.ms,
    sent: note.delivery.state === 'recorded',
    granted: isGranted({ visit, pair }, held),
  };
}
