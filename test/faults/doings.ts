import fc from 'fast-check';
import { type Doing, ENDED_BY } from './plan.ts';

/** Things that people do and that befall the computer, and the times between them, by chance. */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A work type that no client has. */
const NO_SUCH_TYPE = 77;

export const gap = fc.oneof(
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
export const order = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2 }) },
  { weight: 2, arbitrary: fc.constantFrom(3, 4, 5) },
);
const count = fc.integer({ min: 1, max: 3 });
export const act = <W extends Doing['what']>(what: W) => fc.constant(what);

const minutes = fc.integer({ min: 1, max: 60 });
const which = fc.nat({ max: 2 });
export const status = fc.integer({ min: 0, max: 7 });

/** A day that is put right afterwards. */
export const correction: fc.Arbitrary<Doing> = fc.oneof(
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

export const quit: fc.Arbitrary<Doing> = fc.record({
  what: act('quit'),
  by: fc.constantFrom(...ENDED_BY),
  down: fc.constantFrom(0, 5 * SECOND, HOUR),
});

export const doing: fc.Arbitrary<Doing> = fc.oneof(
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
