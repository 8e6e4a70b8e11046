import fc from 'fast-check';
import { act, correction, doing, gap, MINUTE, order, quit, SECOND, status } from './doings.ts';
import type { Doing, Step } from './plan.ts';

/** All the days there are. */

const steps: fc.Arbitrary<Step[]> = fc.array(fc.record({ gap, doing }), { minLength: 1, maxLength: 14 });

const gaps = (count: number) => fc.array(gap, { minLength: count, maxLength: count });

const withGaps = (doings: readonly Doing[], between: readonly number[]): Step[] =>
  doings.map((doing, index) => ({ doing, gap: between[index] ?? 0 }));

/** A visit that the work order is closed to before it ends, and the remedies of that. */
const refusedVisit: fc.Arbitrary<Step[]> = fc
  .record({
    order,
    deed: fc.constantFrom(
      'closes the order' as const,
      'calls it out of date' as const,
      'breaks the order' as const,
    ),
    end: fc.constantFrom('pause' as const, 'check-out' as const),
    last: fc.constantFrom<Doing>({ what: 'answer' }, { what: 'restart', down: 0, reboot: false }),
    between: gaps(6),
  })
  .map(({ order: at, deed, end, last, between }) =>
    withGaps(
      [
        { what: 'check-in', order: at, typeId: 1, count: 1, earlier: 0 },
        { what: 'office', order: at, deed },
        { what: end, earlier: 0, status: 0 },
        { what: 'answer' },
        { what: 'answer' },
        last,
      ],
      between,
    ),
  );

/** A visit that turns out to be another work order's. */
const movedVisit: fc.Arbitrary<Step[]> = fc
  .record({ from: order, to: order, between: gaps(2) })
  .map(({ from, to, between }) =>
    withGaps(
      [
        { what: 'check-in', order: from, typeId: 1, count: 1, earlier: 0 },
        { what: 'move', order: to },
      ],
      between,
    ),
  );

/** A check-in on the phone that the app goes on with. */
const continuedVisit: fc.Arbitrary<Step[]> = fc
  .record({ order, between: gaps(3) })
  .map(({ order: at, between }) =>
    withGaps(
      [{ what: 'phone', order: at }, { what: 'continue' }, { what: 'check-out', earlier: 0, status: 1 }],
      between,
    ),
  );

/** A stay that ServiceChannel holds, and that is put right; then that once more, or taken off the record. */
const correctedVisit: fc.Arbitrary<Step[]> = fc
  .record({
    order,
    first: correction,
    next: fc.oneof(correction, fc.constantFrom<Doing>({ what: 'mistake' }, { what: 'answer' })),
    end: fc.constantFrom('pause' as const, 'check-out' as const),
    between: gaps(4),
  })
  .map(({ order: at, first, next, end, between }) =>
    withGaps(
      [
        { what: 'check-in', order: at, typeId: 1, count: 2, earlier: 30 },
        { what: end, earlier: 0, status: 0 },
        first,
        next,
      ],
      between,
    ),
  );

/** An absence that is asked about when the app ends. */
const leftVisit: fc.Arbitrary<Step[]> = fc
  .record({ order, end: quit, away: fc.integer({ min: 31, max: 120 }), between: gaps(3) })
  .map(({ order: at, end, away, between }) => [
    {
      doing: { what: 'check-in', order: at, typeId: 1, count: 1, earlier: 0 },
      gap: away * MINUTE,
    },
    ...withGaps([end, { what: 'answer' }, { what: 'look' }], between),
  ]);

/** An act that is taken back while it still can be. */
const takenBackVisit: fc.Arbitrary<Step[]> = fc
  .record({
    order,
    act: fc.constantFrom('finish' as const, 'finish' as const, 'resume' as const),
    status,
    between: gaps(2),
    soon: fc.constantFrom(0, 900, 5 * SECOND),
  })
  .map(({ order: at, act: what, status: chosen, between, soon }) =>
    withGaps(
      [
        { what: 'check-in', order: at, typeId: 1, count: 1, earlier: 0 },
        { what: 'pause', earlier: 0, status: 0 },
        { what, earlier: 0, status: chosen },
        { what: 'undo' },
      ],
      [...between, soon],
    ),
  );

/** A check-in on a computer that is used again hours later. */
const foundAgain: fc.Arbitrary<Step[]> = fc
  .record({ order, down: fc.integer({ min: 62, max: 200 }), after: gap })
  .map(({ order: at, down, after }) =>
    withGaps(
      [
        { what: 'check-in', order: at, typeId: 1, count: 1, earlier: 0 },
        { what: 'restart', down: down * MINUTE, reboot: true },
      ],
      [0, down * MINUTE + after],
    ),
  );

/** The client's office closes a pair a moment before the technician leaves. */
const closedVisit: fc.Arbitrary<Step[]> = fc
  .record({
    order,
    stay: fc.integer({ min: 1, max: 90 }),
    soon: fc.integer({ min: 0, max: 40 }),
    end: fc.constantFrom('pause' as const, 'check-out' as const),
  })
  .map(({ order: at, stay, soon, end }) =>
    withGaps(
      [
        { what: 'check-in', order: at, typeId: 1, count: 1, earlier: 0 },
        { what: 'office', order: at, deed: 'closes the pair' },
        { what: end, earlier: 0, status: 0 },
      ],
      [stay * MINUTE, soon * SECOND],
    ),
  );

/** A stay whose times the client's office changes on the record, and that the technician puts right then. */
const changedVisit: fc.Arbitrary<Step[]> = fc
  .record({
    order,
    stay: fc.integer({ min: 20, max: 90 }),
    put: fc.oneof(
      fc.record({
        what: act('edit'),
        which: fc.constant(0),
        edge: fc.constantFrom('in' as const, 'out' as const),
        minutes: fc.integer({ min: -5, max: 5 }),
      }),
      fc.record({ what: act('add-break'), which: fc.constant(0) }),
    ),
    later: fc.integer({ min: 2, max: 9 }),
  })
  .map(({ order: at, stay, put, later }) =>
    withGaps(
      [
        { what: 'check-in', order: at, typeId: 1, count: 2, earlier: 0 },
        { what: 'check-out', earlier: 0, status: 0 },
        { what: 'office', order: at, deed: 'changes the times' },
        put,
      ],
      [stay * MINUTE, later * MINUTE, later * MINUTE],
    ),
  );

/** Chance alone rarely comes so far as a repair: some days begin with one. */
const begun = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step[]>([]) },
  { weight: 1, arbitrary: refusedVisit },
  { weight: 1, arbitrary: movedVisit },
  { weight: 1, arbitrary: continuedVisit },
  { weight: 2, arbitrary: correctedVisit },
  { weight: 1, arbitrary: leftVisit },
);

export const days: fc.Arbitrary<Step[]> = fc.tuple(begun, steps).map(([first, then]) => [...first, ...then]);

/** Days that begin with what others hardly ever come to. */
export const rareDays: fc.Arbitrary<Step[]> = fc
  .tuple(fc.oneof(begun, takenBackVisit, foundAgain, closedVisit, changedVisit), steps)
  .map(([first, then]) => [...first, ...then]);
