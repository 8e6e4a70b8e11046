import { HOUR, MINUTE } from '../visit/time.ts';
import { isCheckedIn, lastUse, type Memory, type Site, type World } from './types.ts';

/** A check-in open for longer than this, ms. */
const TOO_LONG = 14 * HOUR;
/** Or so long without a sign of use, ms. The date does not matter: night shifts exist. */
const UNUSED = 6 * HOUR;
const QUIET = 4 * HOUR;
/** Use after so long without any is a first use, ms. */
const FIRST_USE_AFTER = 30 * MINUTE;

/** The last sign of use that is known of, the click of the check-in included. */
const signOfUse = (memory: Memory, site: Site | null): number =>
  Math.max(lastUse(memory), site?.since ?? 0, site?.clickedAt ?? 0);

/** Was the computer unused for so long that its use now is a first use? */
export const isFirstUse = (memory: Memory, { site }: World, at: number): boolean =>
  at - signOfUse(memory, site) >= FIRST_USE_AFTER;

/**
 * At the start, on waking and at a first use: is a check-out likely forgotten? To be asked before the use that has
 * just come is noted: what was known until then is the evidence. Absorbs the question of an absence.
 */
export function askForgotten(memory: Memory, { site, now }: World): Memory {
  if (!isCheckedIn(site) || memory.forgotten || now < memory.quietUntil) return memory;
  const used = signOfUse(memory, site);
  if (now - site.since <= TOO_LONG && now - used < UNUSED) return memory;
  const slept = memory.slept !== null && memory.slept >= used - MINUTE ? memory.slept : null;
  const forgotten = { visitId: site.visitId, openedAt: now, lastUse: used, slept };
  return { ...memory, forgotten, absence: null };
}

/** `I’m still on site`. */
export const stillOnSite = (memory: Memory, now: number): Memory => ({
  ...memory,
  forgotten: null,
  quietUntil: now + QUIET,
  lastCommand: now,
});

/** Forgets the question when its check-in is no longer open. */
export function tidyForgotten(memory: Memory, { site }: World): Memory {
  const stands = !memory.forgotten || (isCheckedIn(site) && site.visitId === memory.forgotten.visitId);
  return stands ? memory : { ...memory, forgotten: null };
}
