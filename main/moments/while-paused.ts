import { HOUR, MINUTE } from '../visit/time.ts';
import { lastAsked } from './looks.ts';
import type { Memory, World } from './types.ts';
import { dateOf } from './wall-clock.ts';

/** So much use while paused, and it is said once that the visit still is (ms). */
const USE_WORTH_SAYING = 30 * MINUTE;
/** How often use is looked for while paused, ms; not any more once it was said. */
const LOOK_EVERY = 5 * MINUTE;
/** A next day begins no sooner than this after the pause: midnight alone does not make one (ms). */
const A_NIGHT = 4 * HOUR;

/** Keeps count of the pause that is going on. */
export function followPause(memory: Memory, { site }: World): Memory {
  const { paused, tomorrow } = memory;
  const at = site?.phase === 'paused' ? site.pausedAt : null;
  const gone = tomorrow && site?.visitId !== tomorrow.visitId;
  const without = gone || (tomorrow && at === null) ? { ...memory, tomorrow: null } : memory;
  if (!site || at === null) return paused ? { ...without, paused: null } : without;
  if (paused?.visitId === site.visitId && paused.at === at) return without;
  return { ...without, paused: { visitId: site.visitId, at, used: 0, told: false } };
}

/** A look while paused has found use since the look before. */
export function usedWhilePaused(memory: Memory, now: number): Memory {
  const { paused } = memory;
  if (!paused || paused.told) return memory;
  const since = Math.max(memory.lookedAt, paused.at, now - LOOK_EVERY);
  return { ...memory, paused: { ...paused, used: paused.used + Math.max(0, now - since) } };
}

/** A pause made so long after midnight still belongs to the evening before: its tomorrow is the morning that comes. */
const NIGHT_ENDS = 6 * HOUR;

const isTomorrow = ({ at }: { readonly at: number }, { now, offsetAt }: World) =>
  dateOf(now, offsetAt) > dateOf(at - NIGHT_ENDS, offsetAt) && now - at >= A_NIGHT;

/** A visit paused until tomorrow is said at the next day's first use only. */
export const isStillPaused = ({ paused, tomorrow }: Memory): boolean =>
  paused !== null && !paused.told && paused.used >= USE_WORTH_SAYING && !tomorrow;

/** Next day's first use: offers to resume what was paused until then. */
export function offerResume(memory: Memory, world: World): Memory {
  const { tomorrow } = memory;
  if (!tomorrow || tomorrow.offered || !isTomorrow(tomorrow, world)) return memory;
  return { ...memory, tomorrow: { ...tomorrow, offered: true } };
}

/** When to look for use next while paused (ms); null when there is nothing to be said. */
export function nextPausedLook(memory: Memory, world: World): number | null {
  const { paused, tomorrow } = memory;
  if (tomorrow?.offered) return null;
  if (tomorrow) return Math.max(lastAsked(memory) + LOOK_EVERY, tomorrow.at + A_NIGHT);
  if (!paused || paused.told || isStillPaused(memory) || world.site?.phase !== 'paused') return null;
  return Math.max(lastAsked(memory), paused.at) + LOOK_EVERY;
}
