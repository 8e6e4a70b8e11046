import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClient } from '../../../main/servicechannel/client.ts';
import { type ClockMemory, createServerClock } from '../../../main/servicechannel/clock.ts';
import { Secrets } from '../../../main/servicechannel/secrets.ts';
import { API, authorizer, CHECK_IN, fakeServer, NOW, openPacer } from './support.ts';

function clock() {
  const told: number[] = [];
  let now = NOW;
  const made = createServerClock({ now: () => now, onChange: (difference) => told.push(difference) });
  return { made, told, set: (ms: number) => (now = ms) };
}

/** The Date header of a server that is `ahead` ms, asked at `sent` and answering halfway to `received`. */
const dateAt = (sent: number, received: number, ahead: number) =>
  Math.floor(((sent + received) / 2 + ahead) / 1000) * 1000;

test('before the first answer nothing is known and nothing corrected', () => {
  const { made } = clock();
  expect([made.measured(), made.difference(), made.now()]).toEqual([null, 0, NOW]);
});

test.each([
  [0, 0],
  [29_000, 0],
  [-29_000, 0],
  [600_000, 600_000],
  [-600_000, -600_000],
])('a server %i ms ahead corrects by %i ms', (ahead, correction) => {
  const { made } = clock();
  made.measure(NOW + ahead, NOW - 500, NOW + 1_500);
  expect(made.measured()).toBe(ahead);
  expect(made.difference()).toBe(correction);
  expect(made.now()).toBe(NOW + correction);
});

test('the border is 30 s: up to it nothing, beyond it all of it', () => {
  const { made } = clock();
  made.measure(NOW + 30_000, NOW, NOW + 1_000);
  expect(made.difference()).toBe(0);
  made.measure(NOW + 31_000, NOW, NOW + 1_000);
  expect(made.difference()).toBe(31_000);
});

test('the measure is right to within half the round trip and half a second', () => {
  const span = { min: -1e12, max: 1e12 };
  fc.assert(
    fc.property(fc.integer(span), fc.integer({ min: 0, max: 30_000 }), (ahead, trip) => {
      const { made } = clock();
      made.measure(dateAt(NOW, NOW + trip, ahead), NOW, NOW + trip);
      expect(Math.abs((made.measured() ?? Number.NaN) - ahead)).toBeLessThanOrEqual(trip / 2 + 501);
    }),
  );
});

test('a slow answer does not blur what a quick one has told', () => {
  const { made } = clock();
  made.measure(dateAt(NOW, NOW + 100, 45_000), NOW, NOW + 100);
  const sharp = made.difference();
  made.measure(NOW + 60_000, NOW, NOW + 29_000);
  expect(made.difference()).toBe(sharp);
});

test('a clock that was set meanwhile is seen at once, told once, and put right again', () => {
  const { made, told, set } = clock();
  made.measure(NOW - 1_000, NOW - 1_000, NOW);
  set(NOW - 3_600_000);
  made.measure(NOW - 1_000, NOW - 3_601_000, NOW - 3_600_000);
  expect(made.now()).toBe(NOW);
  made.measure(NOW, NOW - 3_600_000, NOW - 3_599_000);
  set(NOW);
  made.measure(NOW + 1_000, NOW + 1_000, NOW + 2_000);
  expect(told).toEqual([3_600_000, 0]);
});

test('a clock set back while the request was out is no measure', () => {
  const { made } = clock();
  made.measure(NOW + 900_000, NOW, NOW - 5_000);
  expect(made.measured()).toBeNull();
});

/** A computer's clock that can be set, beside one that cannot be set. */
function settable(countsSleep = true) {
  const told: number[] = [];
  let wall = NOW;
  let steady = 5_000;
  const made = createServerClock({
    now: () => wall,
    steady: { now: () => steady, countsSleep },
    onChange: (difference) => told.push(difference),
  });
  return {
    made,
    told,
    step: (ms: number) => (wall += ms),
    pass: (ms: number) => {
      wall += ms;
      steady += ms;
    },
    sleep: (ms: number) => {
      wall += ms;
      if (countsSleep) steady += ms;
    },
  };
}

test.each([3_600_000, -3_600_000, 10 * 365 * 86_400_000, -90_000])(
  'a clock that is set by %i ms moves no time: the corrected instant goes on, and it is told',
  (step) => {
    const clock = settable();
    clock.made.measure(NOW, NOW - 400, NOW + 400);
    clock.pass(60_000);
    clock.step(step);
    expect(Math.abs(clock.made.now() - (NOW + 60_000))).toBeLessThan(1_000);
    clock.pass(60_000);
    expect(Math.abs(clock.made.now() - (NOW + 120_000))).toBeLessThan(1_000);
    expect(clock.told).toHaveLength(1);
    clock.step(-step);
    expect(Math.abs(clock.made.now() - (NOW + 120_000))).toBeLessThan(1_000);
    expect(clock.told.at(-1)).toBe(0);
  },
);

test('the next answer measures anew after a step', () => {
  const clock = settable();
  clock.made.measure(NOW, NOW - 400, NOW + 400);
  clock.step(3_600_000);
  const at = clock.made.stamp();
  clock.made.measure(NOW + 7_000, at - 100, at + 100);
  expect(Math.abs(clock.made.now() - (NOW + 7_000))).toBeLessThan(1_000);
});

/** A second's resolution, and half of a trip. */
const SHARP = 1_100;

test.each([true, false])(
  'a clock that is set while a request is out, or while its answer is being read, moves no time (known before: %s)',
  (known) => {
    const span = fc.integer({ min: 31_000, max: 7_200_000 });
    const step = fc.tuple(span, fc.constantFrom(-1, 0, 1)).map(([ms, sign]) => ms * sign);
    fc.assert(
      fc.property(step, step, step, (before, during, after) => {
        const clock = settable();
        if (known) clock.made.measure(NOW, clock.made.stamp() - 400, clock.made.stamp() + 400);
        clock.step(before);
        const left = clock.made.stamp();
        clock.pass(50);
        clock.step(during);
        clock.pass(50);
        const came = clock.made.stamp();
        clock.pass(50);
        clock.step(after);
        clock.made.measure(NOW, left, came);
        expect(Math.abs((clock.made.measured() ?? Number.NaN) + before + during + after)).toBeLessThan(SHARP);
      }),
    );
  },
);

test('an answer whose clock was set between its headers and its body moves no time', async () => {
  const clock = settable();
  clock.made.measure(NOW, clock.made.stamp() - 400, clock.made.stamp() + 400);
  const pull = (controller: ReadableStreamDefaultController) => {
    clock.step(3_600_000);
    controller.enqueue(new TextEncoder().encode('{"MechanicId":7}'));
    controller.close();
  };
  // Not pulled before it is read.
  const body = new ReadableStream({ pull }, { highWaterMark: 0 });
  const headers = { date: new Date(NOW).toUTCString() };
  const server = fakeServer(() => new Response(body, { headers }));
  const client = createClient({
    apiUrl: API,
    transport: server.transport,
    authorizer: authorizer(),
    pacer: openPacer(),
    secrets: new Secrets(),
    timeoutSeconds: () => 30,
    now: () => NOW,
    stamp: clock.made.stamp,
    onServerDate: clock.made.measure,
  });
  expect(await client.checkIn(1, CHECK_IN)).toMatchObject({ kind: 'ok' });
  expect(Math.abs(clock.made.now() - NOW)).toBeLessThan(SHARP);
});

test('where sleep is not counted, an answer during which the computer slept or its clock was set is no measure', () => {
  const clock = settable(false);
  const left = clock.made.stamp();
  const came = clock.made.stamp();
  clock.step(3_600_000);
  clock.made.measure(NOW, left, came);
  expect(clock.made.measured()).toBeNull();
  clock.made.measure(NOW, clock.made.stamp(), clock.made.stamp());
  expect(clock.made.difference()).toBe(-3_599_500);
});

test('before anything was measured the clock is followed: nobody knows which was right', () => {
  const clock = settable();
  clock.step(3_600_000);
  expect(clock.made.now()).toBe(NOW + 3_600_000);
});

test('a sleep is no step, whether or not the steady clock counts it', () => {
  for (const countsSleep of [true, false]) {
    const clock = settable(countsSleep);
    clock.made.measure(NOW, NOW - 400, NOW + 400);
    clock.sleep(8 * 3_600_000);
    expect(Math.abs(clock.made.now() - (NOW + 8 * 3_600_000))).toBeLessThan(1_000);
    expect(clock.told).toEqual([]);
  }
});

test('where sleep is not counted, a step back is seen all the same', () => {
  const clock = settable(false);
  clock.made.measure(NOW, NOW - 400, NOW + 400);
  clock.step(-3_600_000);
  expect(Math.abs(clock.made.now() - NOW)).toBeLessThan(1_000);
});

/** A clock whose computer counts steadily beside it, over several runs. */
function computer() {
  const at = { wall: NOW, steady: 1_000 };
  const kept: { memory: ClockMemory | null } = { memory: null };
  const leaps: number[] = [];
  const firsts: boolean[] = [];
  const run = () =>
    createServerClock({
      now: () => at.wall,
      steady: { now: () => at.steady, countsSleep: true },
      memory: { get: () => kept.memory, set: (memory) => (kept.memory = memory) },
      onLeap: (by, first) => {
        leaps.push(by);
        firsts.push(first);
      },
    });
  const pass = (ms: number) => {
    at.wall += ms;
    at.steady += ms;
  };
  return { at, kept, leaps, firsts, run, pass };
}

test('a difference is known from the start of the next run, and moves nothing then', () => {
  const { run, leaps, at, pass } = computer();
  run().measure(NOW - 3_600_000, NOW, NOW);
  expect(leaps).toHaveLength(1);
  pass(600_000);
  expect(run().now()).toBe(at.wall - 3_600_000 + 500);
  expect(leaps).toHaveLength(1);
});

test('a clock that was set between two runs moves its difference along', () => {
  const { run, at, pass } = computer();
  run().measure(NOW - 3_600_000, NOW, NOW);
  pass(600_000);
  at.wall -= 3_600_000;
  expect(run().now()).toBe(at.wall);
});

test('before anything was measured a clock that is set tells its leap', () => {
  const { run, at, leaps, firsts } = computer();
  const clock = run();
  clock.now();
  at.wall -= 3_600_000;
  expect(clock.now()).toBe(at.wall);
  expect(leaps).toEqual([-3_600_000]);
  at.wall -= 60_000;
  const second = run();
  second.now();
  expect(leaps).toEqual([-3_600_000, -60_000]);
  for (const off of [120_000, 240_000]) second.measure(at.wall + off, at.wall, at.wall);
  expect(firsts).toEqual([true, true, true, false]);
});

test('a computer that was started anew may have counted for longer than before: that is no step', () => {
  const { run, at, leaps } = computer();
  run().now();
  at.wall += 86_400_000;
  at.steady += 600_000;
  run().now();
  expect(leaps).toEqual([]);
});

test('a computer that was started anew counts from another instant: that is no step', () => {
  const { run, at, leaps } = computer();
  run().now();
  at.wall += 86_400_000;
  at.steady = 20;
  run().now();
  expect(leaps).toEqual([]);
});

test('a Date that is too old to be this answer’s is believed when another agrees', () => {
  const { run, at, pass } = computer();
  const clock = run();
  const measure = (server: number) => clock.measure(server, at.wall, at.wall + 100);
  measure(NOW);
  for (const _ of [1, 2]) {
    pass(600_000);
    measure(NOW);
    expect(clock.difference()).toBe(0);
  }
  measure(at.wall - 600_000);
  pass(1_000);
  measure(at.wall - 600_000);
  expect(clock.difference()).toBeLessThan(-599_000);
});

test('an answer confirms what an earlier run has measured, even where it tells it less sharply', () => {
  const before: ClockMemory = { bounds: { low: -100, high: 100 }, wall: NOW, steady: 0, isMeasured: true };
  const kept: ClockMemory[] = [];
  const made = createServerClock({
    now: () => NOW,
    memory: { get: () => before, set: (memory) => kept.push(memory) },
  });
  expect(kept.at(-1)?.isMeasured).toBe(false);
  made.measure(NOW, NOW - 4_000, NOW);
  made.measure(NOW, NOW - 4_000, NOW);
  expect(kept.slice(1)).toEqual([{ ...before, steady: 0 }]);
});
