import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import { offsetAt } from './local-time.ts';
import { type System, wait as waitBy } from './outbox/system.ts';
import type { ServerClock, SteadyClock } from './servicechannel/clock.ts';
import type { Context, Owner } from './visit/types.ts';

/** Time and chance as they really are. */
export const system: System = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

export const wait = (ms: number): Promise<void> => waitBy(system, ms);

/**
 * Counts on whatever the clock is set to. Linux and Windows count the time since the start of the computer, sleep
 * included; macOS derives that from the clock itself, so there it is the time without sleep (libuv, uv_uptime).
 */
export const steadyClock: SteadyClock =
  process.platform === 'darwin'
    ? { now: () => performance.now(), countsSleep: false }
    : { now: () => uptime() * 1000, countsSleep: true };

/** What the rules need from outside at this instant. */
export const contextOf = (clock: ServerClock, owner: Owner | null): Context => ({
  now: clock.now(),
  clickedAt: system.now(),
  offsetAt,
  id: randomUUID(),
  owner,
});
