import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPacer, limitFor, type PlaceKind } from '../../../main/servicechannel/pacing.ts';

/** A clock with its timers, moved by hand. `shown` may be set apart from the time that passes. */
function fakeTime() {
  let elapsed = 0;
  let shift = 0;
  let timers: { at: number; ring: () => void }[] = [];
  const breathe = async () => {
    for (let round = 0; round < 10; round += 1) await Promise.resolve();
  };
  return {
    now: () => elapsed + shift,
    wait: (ms: number) => new Promise<void>((ring) => timers.push({ at: elapsed + Math.max(0, ms), ring })),
    set: (ms: number) => {
      shift += ms;
    },
    pass: async (ms: number) => {
      const end = elapsed + ms;
      await breathe();
      for (;;) {
        const next = timers.toSorted((one, other) => one.at - other.at)[0];
        if (!next || next.at > end) break;
        elapsed = Math.max(elapsed, next.at);
        timers = timers.filter((timer) => timer !== next);
        next.ring();
        await breathe();
      }
      elapsed = end;
    },
    elapsed: () => elapsed,
    pending: () => timers.length,
  };
}

function pacerOn(perMinute: number) {
  const time = fakeTime();
  const pacer = createPacer({ perMinute, now: time.now, wait: time.wait });
  const given: { name: string; at: number }[] = [];
  const ask = (kind: PlaceKind, name: string, signal?: AbortSignal) =>
    void pacer.place(kind, signal).then(() => given.push({ name, at: time.elapsed() }));
  return { time, pacer, given, ask, names: () => given.map(({ name }) => name) };
}

describe('the limits', () => {
  test.each([
    ['https://api.servicechannel.com/v3', 270],
    ['https://sb2api.servicechannel.com/v3', 36],
    ['http://127.0.0.1:5000/v3', 36],
    ['https://api.servicechannel.com.example/v3', 36],
  ])('%s: %i a minute', (url, perMinute) => {
    expect(limitFor(url)).toBe(perMinute);
  });
});

describe('the pacer', () => {
  test('gives a minute’s places at once, and the next when the first is a minute old', async () => {
    const { ask, given, time } = pacerOn(36);
    for (let index = 0; index < 40; index += 1) ask('write', String(index));
    await time.pass(0);
    expect(given).toHaveLength(36);
    await time.pass(59_999);
    expect(given).toHaveLength(36);
    await time.pass(1);
    expect(given).toHaveLength(40);
  });

  test('keeps the last eight places for writes', async () => {
    const { ask, given, names, time } = pacerOn(36);
    for (let index = 0; index < 40; index += 1) ask('read', `read ${index}`);
    await time.pass(0);
    expect(given).toHaveLength(28);
    for (let index = 0; index < 10; index += 1) ask('write', `write ${index}`);
    await time.pass(0);
    expect(names().slice(28)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((index) => `write ${index}`));
  });

  test('keeps six more for reads that a report needs: they do not wait behind look-ups', async () => {
    const { ask, given, names, time } = pacerOn(36);
    for (let index = 0; index < 40; index += 1) ask('look-up', `look-up ${index}`);
    await time.pass(0);
    expect(given).toHaveLength(22);
    for (let index = 0; index < 8; index += 1) ask('read', `read ${index}`);
    await time.pass(0);
    expect(names().slice(22)).toEqual([0, 1, 2, 3, 4, 5].map((index) => `read ${index}`));
    await time.pass(60_000);
    expect(names().slice(28, 31)).toEqual(['read 6', 'read 7', 'look-up 22']);
  });

  test('lets writes go first, and each kind in its order', async () => {
    const { ask, names, pacer, time } = pacerOn(36);
    pacer.blockUntil(1_000);
    for (const name of ['read 1', 'read 2', 'write 1', 'write 2'])
      ask(name.startsWith('read') ? 'read' : 'write', name);
    await time.pass(999);
    expect(names()).toEqual([]);
    await time.pass(1);
    expect(names()).toEqual(['write 1', 'write 2', 'read 1', 'read 2']);
  });

  test('stays blocked when a longer block comes while somebody waits', async () => {
    const { ask, given, pacer, time } = pacerOn(36);
    pacer.blockUntil(5_000);
    ask('write', 'report');
    await time.pass(3_000);
    pacer.blockUntil(60_000);
    pacer.blockUntil(4_000);
    await time.pass(56_999);
    expect(given).toEqual([]);
    await time.pass(1);
    expect(given).toEqual([{ name: 'report', at: 60_000 }]);
  });

  test('says while a 429 forbids what has its place already', async () => {
    const { pacer, time } = pacerOn(36);
    expect(pacer.isBlocked()).toBe(false);
    pacer.blockUntil(5_000);
    await time.pass(4_999);
    expect(pacer.isBlocked()).toBe(true);
    await time.pass(1);
    expect(pacer.isBlocked()).toBe(false);
  });

  test('gives a place that was given up to nobody', async () => {
    const { ask, names, pacer, time } = pacerOn(4);
    const controller = new AbortController();
    pacer.blockUntil(1_000);
    ask('read', 'typed over', controller.signal);
    for (const name of ['a', 'b']) ask('read', name);
    controller.abort();
    await time.pass(0);
    expect(names()).toEqual(['typed over']);
    await time.pass(1_000);
    expect(names()).toEqual(['typed over', 'a', 'b']);
  });

  test('is not held up by a clock that is set back a year, nor by one that is set ahead', async () => {
    for (const step of [-365 * 86_400_000, 86_400_000]) {
      const { ask, given, pacer, time } = pacerOn(36);
      pacer.blockUntil(10_000);
      ask('write', 'waiting');
      await time.pass(1_000);
      time.set(step);
      ask('write', 'later');
      await time.pass(10_000);
      expect(given.map(({ name }) => name).sort()).toEqual(['later', 'waiting']);
    }
  });

  test('sets no timer while nobody waits', async () => {
    const { ask, time } = pacerOn(36);
    ask('write', 'one');
    await time.pass(0);
    expect(time.pending()).toBe(0);
  });

  test('never gives more than its limit within any minute, and always gives in the end', async () => {
    const asks = fc.array(
      fc.record({
        kind: fc.constantFrom<PlaceKind>('write', 'read', 'look-up'),
        gap: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 })),
        block: fc.option(fc.integer({ min: 0, max: 30_000 }), { freq: 9 }),
      }),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 12 }), asks, async (perMinute, requests) => {
        const { ask, given, pacer, time } = pacerOn(perMinute);
        for (const [index, { kind, gap, block }] of requests.entries()) {
          await time.pass(gap);
          if (block !== null) pacer.blockUntil(time.now() + block);
          ask(kind, `${kind} ${index}`);
        }
        await time.pass(3_600_000);
        expect(given).toHaveLength(requests.length);
        for (const [index, { at }] of given.entries()) {
          const next = given[index + perMinute];
          if (next) expect(next.at - at).toBeGreaterThanOrEqual(60_000);
        }
        for (const kind of ['write', 'read', 'look-up']) {
          const order = given
            .filter(({ name }) => name.startsWith(kind))
            .map(({ name }) => Number(name.split(' ')[1]));
          expect(order).toEqual(order.toSorted((one, other) => one - other));
        }
      }),
      { numRuns: 200 },
    );
  });
});
