import fc from 'fast-check';
import { type Doing, ENDED_BY, type Step } from './plan.ts';

/** All the days there are: things that people do and that befall the computer, with the times between them. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A work type that no client has. */
const NO_SUCH_TYPE = 77;

const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 200, 900) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }).map((n) => n * SECOND) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 90 }).map((n) => n * MINUTE) },
);

/** Minutes before now that an act is said to have happened; 0: now. */
const earlier = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 45 }) },
);
/**
 * Mostly the plain ones; one that takes no status without a resolution, one that is called for later today,
 * and one that takes check-ins by phone alone.
 */
const order = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2 }) },
  { weight: 2, arbitrary: fc.constantFrom(3, 4, 5) },
);
const count = fc.integer({ min: 1, max: 3 });
const act = <W extends Doing['what']>(what: W) => fc.constant(what);

const minutes = fc.integer({ min: 1, max: 60 });
const which = fc.nat({ max: 2 });
const status = fc.integer({ min: 0, max: 7 });

/** A day that is put right afterwards. */
const correction: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: act('edit'),
      which,
      edge: fc.constantFrom('in' as const, 'out' as const),
      minutes: fc.integer({ min: -20, max: 20 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: act('add-break'), which }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: act('add-visit'),
      order,
      ago: fc.integer({ min: 1, max: 300 }),
      minutes,
      status,
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: act('break'), ago: minutes }) },
);

const quit: fc.Arbitrary<Doing> = fc.record({
  what: act('quit'),
  by: fc.constantFrom(...ENDED_BY),
  down: fc.constantFrom(0, 5 * SECOND, HOUR),
});

const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: act('check-in'),
      order,
      typeId: fc.oneof(
        { weight: 4, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.constantFrom(2, 11, NO_SUCH_TYPE) },
      ),
      count,
      earlier,
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'pause' as const,
        'pause' as const,
        'resume' as const,
        'resume' as const,
        'check-out' as const,
        'finish' as const,
        'arrived' as const,
      ),
      earlier,
      status,
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: act('change-crew'), count, earlier }) },
  { weight: 6, arbitrary: fc.record({ what: act('answer') }) },
  { weight: 3, arbitrary: fc.record({ what: act('undo') }) },
  { weight: 1, arbitrary: fc.record({ what: act('lock') }) },
  { weight: 2, arbitrary: fc.record({ what: act('move'), order }) },
  { weight: 2, arbitrary: fc.record({ what: act('mistake') }) },
  { weight: 3, arbitrary: correction },
  {
    weight: 3,
    arbitrary: fc.record({
      what: act('office'),
      order,
      deed: fc.constantFrom(
        'closes the order' as const,
        'calls it out of date' as const,
        'breaks the order' as const,
        'reopens the order' as const,
        'closes the pair' as const,
        'closes the pair' as const,
        'takes the check-in away' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: act('look') }) },
  { weight: 1, arbitrary: fc.record({ what: act('phone'), order }) },
  { weight: 2, arbitrary: fc.record({ what: act('continue') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: act('clock'),
      ms: fc.oneof(
        fc.integer({ min: -120, max: 120 }).map((n) => n * SECOND),
        fc.integer({ min: -26, max: 26 }).map((n) => n * HOUR),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: act('zone'), offset: fc.constantFrom(-300, -240, 0, 330) }) },
  { weight: 1, arbitrary: fc.record({ what: act('tokens-end') }) },
  { weight: 1, arbitrary: fc.record({ what: act('colleague'), order }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: act('restart'),
      down: fc.constantFrom(0, 5 * SECOND, HOUR),
      reboot: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: quit },
);

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
