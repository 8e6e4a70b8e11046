import type { Context, Pair } from './types.ts';

/** The pair at its new times, which keeps those that it had; itself where they are the same. */
export function withEdit(was: Pair, now: Pair, { clickedAt: changedAt }: Pick<Context, 'clickedAt'>): Pair {
  const [from, until] = [was.checkIn.at, was.checkOut?.at ?? null];
  if (from.ms === now.checkIn.at.ms && until?.ms === now.checkOut?.at.ms) return now;
  return { ...now, edits: [...was.edits, { from, until, changedAt }] };
}
