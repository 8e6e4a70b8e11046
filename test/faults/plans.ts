import fc from 'fast-check';
import { days, rareDays } from './days.ts';
import {
  type Canned,
  type Fate,
  FINE,
  LATEST_ARRIVAL,
  MOST_LAG_SECONDS,
  type Plan,
  type Step,
  TIMEOUT_SECONDS,
} from './plan.ts';

/** All the plans there are, for fast-check to choose from and to shrink. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

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

/** Repairs are few in a day, so of theirs most are lost or late. */
const repair: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 1, arbitrary: fate },
  { weight: 2, arbitrary: withArrival('broken', fc.constant(FINE.answer)) },
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
  readBackUsers: fc.constantFrom(
    ...(['userId', 'userId', 'authUserId', 'authUserId', 'userName', 'none'] as const),
  ),
  replicaLagSeconds: fc.constantFrom(0, 0, 4, MOST_LAG_SECONDS),
});

const plansOf = (days: fc.Arbitrary<Step[]>, dateless: fc.Arbitrary<boolean>): fc.Arbitrary<Plan> =>
  fc.record({
    seed: fc.nat(),
    server,
    fastBy: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.constantFrom(-26, -1, 1, 26).map((n) => n * HOUR) },
      { weight: 1, arbitrary: fc.integer({ min: -90, max: 90 }).map((n) => n * SECOND) },
    ),
    dateless,
    undoSeconds: fc.constantFrom(0, 10),
    day: days,
    reports: fc.array(fate, { maxLength: 10 }),
    repairs: fc.array(repair, { maxLength: 4 }),
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
    errors: fc.oneof(
      { weight: 3, arbitrary: fc.constant<number[]>([]) },
      { weight: 1, arbitrary: fc.array(fc.nat({ max: 60 }), { maxLength: 4 }) },
    ),
    // Questions cost timers: a look at the idle time every few minutes.
    asks: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  });

/** Most schedules. */
export const plans: fc.Arbitrary<Plan> = plansOf(days, fc.constant(false));

/** Schedules of what others hardly ever come to. */
export const rarePlans: fc.Arbitrary<Plan> = plansOf(rareDays, fc.boolean());
