import { HOUR, MINUTE } from '../visit/time.ts';
import { type DayAsked, isWorking, type Memory, type Site, type World } from './types.ts';
import { addDays, dateOf, instantAt, weekdayOf } from './wall-clock.ts';

/** A visit begun less than this before the end of the day, or a check-in made after it, … (ms) */
const SHORTLY_BEFORE = 2 * HOUR;
/** … is asked about this long after it began (ms). */
const LATE_CHECK_IN = 4 * HOUR;
/** `Still working`: asked again after these (ms), then no more until the next check-in. */
const AGAIN = [30 * MINUTE, 2 * HOUR];

interface Due {
  readonly at: number;
  readonly date: string;
}

const isWorkday = (date: string, { settings }: World) => settings.workdays.includes(weekdayOf(date));

const endOf = (date: string, { settings, offsetAt }: World) => instantAt(date, settings.endOfDay, offsetAt);

/** The ends of days that a check-in made at `since` meets, one after the other, the coming one included. */
function* endsSince(since: number, world: World): Generator<Due> {
  const first = dateOf(since, world.offsetAt);
  const days = Math.ceil((world.now - since) / (24 * HOUR)) + 2;
  for (let n = 0; n < days; n++) {
    const date = addDays(first, n);
    const at = isWorkday(date, world) ? endOf(date, world) : null;
    if (at !== null && at >= since) yield { date, at };
  }
}

/** A check-in made after the end of its own day, or of a visit begun shortly before: asked 4 h after it began instead. */
function lateDue({ begun, since }: Site, world: World): Due | null {
  const date = dateOf(since, world.offsetAt);
  const end = endOf(date, world);
  if (!isWorkday(date, world) || (end - begun >= SHORTLY_BEFORE && end >= since)) return null;
  return { at: (end < since ? since : begun) + LATE_CHECK_IN, date: `${date} late` };
}

/** When it asks about a check-in first; undefined where no workday ends. */
function firstDue(site: Site, world: World): Due | undefined {
  const [first] = endsSince(site.since, world);
  return lateDue(site, world) ?? first;
}

const askedOf = (memory: Memory, since: number): DayAsked | null =>
  memory.day?.since === since ? memory.day : null;

/** When it may ask next about the check-in that is open, ms; null when it does not. */
export function nextEndOfDay(memory: Memory, world: World): number | null {
  if (!isWorking(world.site)) return null;
  const { since } = world.site;
  const asked = askedOf(memory, since);
  if (asked?.openedAt != null) return null;
  if (asked) return asked.nextAt;
  return firstDue(world.site, world)?.at ?? null;
}

/** Opens the question when its minute has come, or has passed while the computer slept. */
export function askEndOfDay(memory: Memory, world: World): Memory {
  const { site, now } = world;
  const at = nextEndOfDay(memory, world);
  if (!isWorking(site) || at === null || now < at) return memory;
  const asked = askedOf(memory, site.since);
  const date = asked?.date ?? firstDue(site, world)?.date ?? '';
  const day = { since: site.since, date, openedAt: now, answers: asked?.answers ?? 0, nextAt: null };
  return { ...memory, day };
}

/** `Still working`: again in 30 min, then in 2 h, then no more until the next check-in. */
export function stillWorking(memory: Memory, now: number): Memory {
  const { day } = memory;
  if (!day) return memory;
  const wait = AGAIN[day.answers];
  const nextAt = wait === undefined ? null : now + wait;
  return { ...memory, day: { ...day, openedAt: null, answers: day.answers + 1, nextAt }, lastCommand: now };
}

/** The minute that `Earlier…` offers: the end of the day that has passed; null where the check-in came after it. */
export function endOfDayOffered(world: World): number | null {
  if (!world.site) return null;
  const passed = [...endsSince(world.site.since, world)].filter(({ at }) => at <= world.now);
  return passed.at(-1)?.at ?? null;
}
