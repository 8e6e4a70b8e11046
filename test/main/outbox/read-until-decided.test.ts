import { describe, expect, test } from 'vitest';
import { readUntilDecided, type Verdict } from '../../../main/outbox/read-until-decided.ts';
import { ReplicaLag } from '../../../main/outbox/replica-lag.ts';
import { RetryDelays } from '../../../main/outbox/retry-delays.ts';
import { backoff, spread } from '../../../main/servicechannel/backoff.ts';
import type { System } from '../../../main/servicechannel/system.ts';
import { VirtualTime } from '../../faults/virtual-time.ts';

const START = Date.parse('2026-05-13T17:00:00Z');

function clockwork() {
  const time = new VirtualTime(START, () => 0);
  let skew = 0;
  const system: System = {
    now: () => time.now() + skew,
    after: (ms, run) => time.after(ms, run),
    random: () => 0.5,
  };
  return { time, system, setClock: (ms: number) => (skew += ms) };
}

/** Reads that say this, one after the other; when each came and when it was decided, s after the request's end. */
async function decided(says: readonly Verdict[], { takesMs = 0, countsEarly = true } = {}) {
  const { time, system } = clockwork();
  const seconds = () => (time.now() - START) / 1000;
  const reads: number[] = [];
  let end: { verdict: Verdict; at: number } | null = null;
  const readOnce = async (): Promise<Verdict> => {
    reads.push(seconds());
    const said = says[reads.length - 1] ?? 'unreachable';
    if (takesMs > 0) await new Promise<void>((resolve) => time.after(takesMs, resolve));
    return said;
  };
  const lag = new ReplicaLag(system);
  lag.ended('r');
  const reading = {
    first: 3000,
    countsEarly,
    isBehind: () => lag.isBehind('r'),
    caughtUp: () => lag.caughtUp('r'),
    readOnce,
  };
  void readUntilDecided(system, reading).then((verdict) => {
    end = { verdict, at: seconds() };
  });
  await time.pass(180_000);
  return { reads, end };
}

describe('an unknown outcome', () => {
  test('is recorded at the first read that finds it, after 3 s', async () => {
    expect(await decided(['there'])).toEqual({ reads: [3], end: { verdict: 'there', at: 3 } });
  });
  test('is recorded at the second, after 15 s', async () => {
    expect(await decided(['absent', 'there'])).toEqual({ reads: [3, 15], end: { verdict: 'there', at: 15 } });
  });
  test('is absent only when a read that began 60 s after the request did not find it', async () => {
    expect(await decided(['absent', 'absent', 'absent'])).toEqual({
      reads: [3, 15, 60],
      end: { verdict: 'absent', at: 60 },
    });
  });
  test('is found by that read where the two before it were behind', async () => {
    expect((await decided(['absent', 'unclear', 'there'])).end).toEqual({ verdict: 'there', at: 60 });
  });
  test('of which an older state may look the same is read only when that is over', async () => {
    expect(await decided(['there'], { countsEarly: false })).toEqual({
      reads: [60],
      end: { verdict: 'there', at: 60 },
    });
  });
  test('gets another read for one that failed', async () => {
    expect(await decided(['absent', 'absent', 'unreachable', 'absent'])).toEqual({
      reads: [3, 15, 60, 72],
      end: { verdict: 'absent', at: 72 },
    });
  });
  test('is asked about when early absences are all there is', async () => {
    expect(await decided(['absent', 'absent'])).toEqual({
      reads: [3, 15, 60, 72, 84],
      end: { verdict: 'unreachable', at: 84 },
    });
  });
  test('is asked about when two late reads cannot tell', async () => {
    expect((await decided(['unclear', 'unclear', 'unclear', 'unclear'])).end).toEqual({
      verdict: 'unclear',
      at: 72,
    });
  });
  test('is decided within 100 s though every read hangs', async () => {
    const { end } = await decided([], { takesMs: 60_000 });
    expect(end).toEqual({ verdict: 'unreachable', at: 96 });
  });
  test('is left alone when it was decided meanwhile', async () => {
    expect((await decided(['over'])).end).toEqual({ verdict: 'over', at: 3 });
  });
});

describe('reads may be behind', () => {
  test('for 60 s of a timer after the request ended, whatever the clock says', async () => {
    const { time, system, setClock } = clockwork();
    const lag = new ReplicaLag(system);
    lag.ended('r');
    setClock(3_600_000);
    await time.pass(59_999);
    expect(lag.isBehind('r')).toBe(true);
    setClock(-7_200_000);
    await time.pass(1);
    expect(lag.isBehind('r')).toBe(false);
  });
  test('for a request that may still be on its way, from its deadline on; a later one counts anew', async () => {
    const { time, system } = clockwork();
    const lag = new ReplicaLag(system);
    const ends: number[] = [];
    lag.ended('r', 30_000);
    void lag.caughtUp('r').then(() => ends.push(time.now() - START));
    await time.pass(80_000);
    lag.ended('r');
    await time.pass(120_000);
    expect(ends).toEqual([140_000]);
  });
});

test('backoff doubles from 2 s to 5 min with full jitter, and is never nothing', () => {
  const most = [1, 2, 3, 7, 8, 9, 50].map((attempt) => backoff(attempt, 0.999_999_999));
  expect(most).toEqual([1999, 3999, 7999, 127_999, 255_999, 299_999, 299_999]);
  expect(backoff(5, 0)).toBe(500);
  expect(backoff(3, 0.5)).toBe(4000);
});

test('tries after a 429 are spread over the time asked for, then twice as long, up to 4 min', () => {
  const spreads: number[] = [];
  for (const asked of [60_000, 20_000, 1000, 1000]) spreads.push(spread(spreads.at(-1) ?? 0, asked));
  expect(spreads).toEqual([60_000, 120_000, 240_000, 240_000]);
});

describe('what is delayed', () => {
  test('is released after its time, also when the clock was set back by a day', async () => {
    const { time, system, setClock } = clockwork();
    const released: string[] = [];
    const delays = new RetryDelays(system, (name) => released.push(name));
    delays.delay('a', 2000);
    setClock(-86_400_000);
    await time.pass(1999);
    expect([delays.has('a'), released]).toEqual([true, []]);
    await time.pass(1);
    expect([delays.has('a'), released]).toEqual([false, ['a']]);
  });
  test('is delayed longer each time, until it is forgotten', async () => {
    const { time, system } = clockwork();
    const released: number[] = [];
    const delays = new RetryDelays(system, () => released.push(time.now() - START));
    for (let n = 0; n < 3; n++) {
      delays.later('a');
      await time.pass(10_000);
    }
    delays.forget('a');
    delays.later('a');
    await time.pass(10_000);
    expect(released).toEqual([1000, 12_000, 24_000, 31_000]);
  });
  test('may be tried again at once the first time', () => {
    const { system } = clockwork();
    const delays = new RetryDelays(system, () => undefined);
    delays.again('a');
    expect(delays.has('a')).toBe(false);
    delays.again('a');
    expect(delays.has('a')).toBe(true);
  });
});
