import { MINUTE, SECOND } from '../visit/time.ts';
import type { Memory } from './types.ts';

/** A desktop that does not tell how long it is unused is asked again after this, then after twice as long (ms). */
const AGAIN = { first: SECOND, most: 5 * MINUTE };
/** So many looks without an answer: no absence can be noticed, and that is said. */
const SILENT_AFTER = 4;

/** A look found nothing out. What was known stays as it was: a return may lie before it. */
export const foundNothing = (memory: Memory, now: number): Memory => ({
  ...memory,
  unanswered: { at: now, times: (memory.unanswered?.times ?? 0) + 1 },
});

/** When the idle time was last asked for, answered or not (ms). */
export const lastAsked = ({ lookedAt, unanswered }: Memory): number =>
  Math.max(lookedAt, unanswered?.at ?? lookedAt);

/** No look before this (ms): one that found nothing out is not repeated at once, and each time later. */
export function lookNotBefore(memory: Memory): number {
  const { times } = memory.unanswered ?? { times: 0 };
  const wait = times === 0 ? SECOND : Math.min(AGAIN.most, AGAIN.first * 2 ** times);
  return lastAsked(memory) + wait;
}

/** Has the desktop stopped telling how long it is unused? */
export const isSilent = ({ unanswered }: Memory): boolean => (unanswered?.times ?? 0) >= SILENT_AFTER;
