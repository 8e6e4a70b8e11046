import { uptime } from 'node:os';
import type { SteadyClock } from './servicechannel/clock.ts';
import type { System } from './servicechannel/system.ts';

/** Time and chance as they really are. */
export const system: System = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
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
