import { pairState } from '../visit/pair-state.ts';
import { livePairs, openVisit } from '../visit/phase.ts';
import type { Stretch } from '../visit/totals.ts';
import { type Pair, TRAVEL, type Visit } from '../visit/types.ts';
import type { Span } from '../visit/week.ts';

/** A stretch of a work order's visit, and the pair that it is; none for a pause. */
export interface OrderStretch extends Stretch {
  readonly workOrderId: number;
  readonly inQuestion: boolean;
}

/** When a pair ends, ms: now where it goes on; null for one that is open in a visit that is over. */
export function pairEnd({ checkIn, checkOut }: Pair, goesOn: boolean, now: number): number {
  if (checkOut) return Math.max(checkIn.at.ms, checkOut.at.ms);
  return goesOn ? Math.max(checkIn.at.ms, now) : checkIn.at.ms;
}

/** Does this pair go on? */
export const goesOn = (visit: Visit, pair: Pair): boolean =>
  pair.checkOut === null && openVisit([visit]) !== undefined && livePairs(visit).at(-1) === pair;

const midnightBefore = (ms: number): number => {
  const date = new Date(ms);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
};

/** A pause until another day is no break: the technician had gone home. */
const isBreak = (from: number, to: number): boolean =>
  to > from && midnightBefore(from) === midnightBefore(to);

/** The stretches of a visit, in order; pauses of one day only. @param now corrected instant, ms */
export function orderStretches(visit: Visit, now: number): readonly OrderStretch[] {
  const { workOrderId } = visit;
  const made: OrderStretch[] = [];
  for (const pair of livePairs(visit)) {
    const from = pair.checkIn.at.ms;
    const left = made.at(-1)?.to;
    if (left !== undefined && isBreak(left, from))
      made.push({ kind: 'paused', from: left, to: from, workOrderId, inQuestion: false });
    const state = pairState(pair, visit);
    made.push({
      kind: pair.workTypeId === TRAVEL ? 'travel' : 'on site',
      from,
      to: pairEnd(pair, goesOn(visit, pair), now),
      workOrderId,
      inQuestion: state === 'refused' || state === 'unconfirmed',
    });
  }
  return made;
}

/** The parts of stretches that lie within a span. */
export const within = <S extends Stretch>(all: readonly S[], span: Span): readonly S[] =>
  all.flatMap((each) => {
    const [from, to] = [Math.max(each.from, span.from), Math.min(each.to, span.to)];
    return to > from ? [{ ...each, from, to }] : [];
  });

const sum = (all: readonly Stretch[]): number => all.reduce((ms, { from, to }) => ms + to - from, 0);

/** Whether a stretch counts as work. */
export const isWork = ({ kind }: Stretch): boolean => kind !== 'paused';

/** Time in which some stretch of these lies, ms: what lies side by side counts once. */
export function covered(all: readonly Stretch[]): number {
  let end = Number.NEGATIVE_INFINITY;
  let ms = 0;
  for (const { from, to } of all.toSorted((a, b) => a.from - b.from)) {
    ms += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return ms;
}

/** Worked: on site and on the way. Paused: while nothing else was done. Ms. */
export function workedAndPaused(all: readonly Stretch[]): {
  readonly worked: number;
  readonly paused: number;
} {
  const worked = covered(all.filter(isWork));
  return { worked, paused: covered(all) - worked };
}

/** Time of one kind, ms. */
export const timeOfKind = (all: readonly Stretch[], kind: Stretch['kind']): number =>
  sum(all.filter((each) => each.kind === kind));
