import type { SheetAsked, SheetEarlier } from '../../preload/contract.ts';
import { askedAbout, trailOf } from '../visit/asked.ts';
import type { Pair, Visit } from '../visit/types.ts';

/** The times of a pair before each time that it was put right. */
export const trailView = (visit: Visit, pair: Pair): readonly SheetEarlier[] =>
  trailOf(visit, pair).map(({ from, until, changedAt }) => ({ from: from.ms, until: until.ms, changedAt }));

/** The record that the client was asked for; null where it was not. */
export function askedView(visit: Visit, pair: Pair): SheetAsked | null {
  const note = askedAbout(visit, pair);
  if (!note) return null;
  const { from, until, techsCount } = note.asked;
  return {
    from: from.ms,
    until: until.ms,
    techsCount,
    at: note.at.ms,
    sent: note.delivery.state === 'recorded',
  };
}
