import { uptime } from 'node:os';
import type { SteadyClock } from './servicechannel/clock.ts';
import type { System } from './servicechannel/system.ts';

/** A timer set for longer fires at once: 2³¹ − 1 ms, almost 25 days. */
const LONGEST = 2_147_483_647;

/** Runs once after `ms`, however long that is; the returned function takes it back. */
function after(ms: number, run: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (left: number) => {
    timer = setTimeout(left > LONGEST ? () => wait(left - LONGEST) : run, Math.min(left, LONGEST));
  };
  wait(ms);
  return () => clearTimeout(timer);
}

/** Time and chance as they really are. */
export const system: System = {
  now: () => Date.now(),
  after,
  random: Math.random,
};

/**
 * Counts on whatever the clock is set to. Linux and Windows count the time since the start of the computer, sleep
 * included; macOS derives that from the clock itself, so there it is the time without sleep (libuv, uv_uptime).
 */
export const steadyClock: SteadyClock =
  process.platform === 'darwin'
    ? { now: () => performance.now(), countsSleep: false }
    : { now: () => uptime() * 1000, countsSleep: true };
