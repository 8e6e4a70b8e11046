import fc from 'fast-check';
import {
  type Canned,
  type Doing,
  type Fate,
  FINE,
  LATEST_ARRIVAL,
  type Plan,
  TIMEOUT_SECONDS,
} from './plan.ts';

/** All the plans there are, for fast-check to choose from and to shrink. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

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
const order = fc.integer({ min: 0, max: 2 });
const count = fc.integer({ min: 1, max: 3 });
const act = <W extends Doing['what']>(what: W) => fc.constant(what);

const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: act('check-in'),
      order,
      typeId: fc.oneof(
        { weight: 4, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.constantFrom(2, 11) },
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
      status: fc.integer({ min: 0, max: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: act('change-crew'), count, earlier }) },
  { weight: 6, arbitrary: fc.record({ what: act('answer') }) },
  { weight: 2, arbitrary: fc.record({ what: act('move'), order }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: act('office'),
      order,
      deed: fc.constantFrom(
        'closes the order' as const,
        'calls it out of date' as const,
        'reopens the order' as const,
        'closes the pair' as const,
        'closes the pair' as const,
        'takes the check-in away' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: act('look') }) },
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
  { weight: 1, arbitrary: fc.record({ what: act('restart'), down: fc.constantFrom(0, 5 * SECOND, HOUR) }) },
);

const soon = fc.integer({ min: 1, max: 3 * SECOND });
const late = fc.integer({ min: 3 * SECOND, max: 29 * SECOND });
const ends = fc.oneof({ weight: 3, arbitrary: soon }, { weight: 1, arbitrary: late });

/** Processed after its outcome was unknown already, up to the most that any client can allow for. */
const afterEnd = fc.integer({ min: 1, max: LATEST_ARRIVAL });

const fine: fc.Arbitrary<Fate> = fc
  .tuple(ends, fc.double({ min: 0.1, max: 1, noNaN: true }))
  .map(([end, part]) => ({ ...FINE, ends: end, arrives: Math.floor(end * part) }));

const unknownAnswer: fc.Arbitrary<Canned> = fc.record({
  status: fc.constantFrom(500, 502, 503, 504, 408, 200, 200, 204, 302),
  body: fc.constantFrom('error' as const, 'html' as const, 'empty' as const, 'object' as const),
  retryAfter: fc.constant(null),
});

/** Answers that say for certain that nothing was recorded. */
const certainAnswer: fc.Arbitrary<Canned> = fc.record({
  status: fc.constantFrom(400, 401, 401, 403, 404, 407, 429, 429),
  body: fc.constantFrom('error' as const, 'html' as const, 'empty' as const),
  retryAfter: fc.option(fc.integer({ min: 1, max: 90 })),
});

/** When a request whose answer never comes, or not in time, is processed: before the app gives up, after it, or never. */
const arrival = (end: number) =>
  fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1, max: end }),
    afterEnd.map((ms) => end + ms),
  );

const withArrival = (kind: Fate['kind'], answer: fc.Arbitrary<Canned>) =>
  ends.chain((end) =>
    fc.record({ kind: fc.constant(kind), arrives: arrival(end), ends: fc.constant(end), answer }),
  );

const DEADLINE = TIMEOUT_SECONDS * SECOND;

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 6, arbitrary: fine },
  { weight: 2, arbitrary: fine.map((each): Fate => ({ ...each, kind: 'cut' })) },
  { weight: 3, arbitrary: withArrival('broken', fc.constant(FINE.answer)) },
  {
    weight: 3,
    arbitrary: arrival(DEADLINE).map(
      (arrives): Fate => ({ ...FINE, kind: 'silent', arrives, ends: DEADLINE }),
    ),
  },
  {
    weight: 1,
    arbitrary: ends.map((end): Fate => ({ ...FINE, kind: 'unreached', arrives: null, ends: end })),
  },
  { weight: 3, arbitrary: withArrival('answer', unknownAnswer) },
  {
    weight: 3,
    arbitrary: fc.tuple(ends, certainAnswer).map(
      ([end, answer]): Fate => ({
        kind: 'answer',
        arrives: null,
        ends: end,
        answer,
      }),
    ),
  },
);

const server = fc.record({
  readBackTimes: fc.constantFrom('utc' as const, 'utc' as const, 'bareUtc' as const, 'bareLocal' as const),
  actionWords: fc.constantFrom(
    { in: 'Check In', out: 'Check Out' },
    { in: 'CheckIn', out: 'CheckOut' },
    { in: 'check-in', out: 'check-out' },
    { in: 'Entrada', out: 'Salida' },
  ),
  rotateRefreshTokens: fc.boolean(),
  errorCodesAsNames: fc.boolean(),
  expiresInAsString: fc.boolean(),
  activityIdIsMechanicId: fc.boolean(),
  clockOffsetSeconds: fc.constantFrom(0, 0, 0, 12, -20),
});

export const plans: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat(),
  server,
  tellsUsers: fc.oneof(
    { weight: 6, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  day: fc.array(fc.record({ gap, doing }), { minLength: 1, maxLength: 14 }),
  reports: fc.array(fate, { maxLength: 10 }),
  repairs: fc.array(fate, { maxLength: 4 }),
  reads: fc.array(fate, { maxLength: 8 }),
  tokens: fc.array(fate, { maxLength: 3 }),
  crashes: fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 70 }),
      down: fc.constantFrom(0, SECOND, 20 * SECOND, 10 * MINUTE),
    }),
    { maxLength: 3 },
  ),
  diskErrors: fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 40 }), count: fc.integer({ min: 1, max: 4 }) }),
    {
      maxLength: 2,
    },
  ),
});
