import { signal } from '@preact/signals';
import { MINUTE } from '../../main/visit/time.ts';
import type { Result, SheetPair } from '../../preload/contract.ts';

/** A pair that is being put right, with the times that its form begins with, ms. */
export interface Editing {
  readonly pairId: string;
  readonly from: number;
  /** Null while it is open. */
  readonly until: number | null;
}

/** The error of a form where a time is missing. */
export const NO_TIME_GIVEN: Result = { ok: false, error: { code: 'time', fault: 'not-a-time' } };

/** The pair whose form is open; one at a time. */
export const editing = signal<Editing | null>(null);

/** Opens the form of a pair, with other times than it has where an edge was dragged. */
export function edit({ pairId, checkIn, checkOut }: SheetPair, over: Partial<Editing> = {}): void {
  editing.value = { pairId, from: checkIn.ms, until: checkOut?.ms ?? null, ...over };
}

/** Closes the form of the pair. */
export const closeEditing = (): void => {
  editing.value = null;
};

/** The edges of a pair that can be moved. */
export type Edge = 'from' | 'until';

/**
 * The instant that an edge may have, in whole minutes where it was moved: it stays on its side of the other edge, and is
 * not in the future. @param now ms
 */
export function edgeAt(
  pair: Pick<SheetPair, 'checkIn' | 'checkOut'>,
  edge: Edge,
  at: number,
  now: number,
): number {
  const whole = Math.floor(at / MINUTE) * MINUTE;
  if (edge === 'from') return Math.min(whole, pair.checkOut?.ms ?? now);
  return Math.min(Math.max(whole, pair.checkIn.ms), now);
}
