import { DAY, MINUTE, SECOND } from '../visit/time.ts';
import { lookNotBefore } from './looks.ts';
import { type Absence, isWorking, lastUse, type Memory, type World } from './types.ts';

/** Idle times come in whole seconds, rounded down: two looks at one instant may differ by this much (ms). */
const JITTER = 1_500;
/** While a question about an absence is open, the return is looked for this often (ms): the longer the absence, the less. */
const RETURN_LOOK = { least: 10 * SECOND, most: 60 * SECOND, share: 30 };
/** After so much use without an answer the form says `back` (ms). */
const FORM_STAYS = 60 * SECOND;
/** A check-in younger than this is not paused by the setting (ms). */
const PAUSABLE_AFTER = 15 * MINUTE;
/** Answered absences are kept this long (ms; DESIGN.md, rule 8). */
const KEPT = 14 * DAY;

const threshold = ({ settings }: World) => settings.idleMinutes * MINUTE;

/** Is this visit asked about at all? */
const isWatched = (memory: Memory, world: World): boolean =>
  world.settings.idleMinutes > 0 &&
  isWorking(world.site) &&
  !memory.muted.includes(world.site.visitId) &&
  memory.forgotten === null;

/** When the absence that may be going on began: at the last input or command, never before the check-in. */
const beganAt = (memory: Memory, since: number) => Math.max(lastUse(memory), memory.backAt, since);

/** An absence that has lasted long enough becomes a question; a second one joins the first. */
export function notice(memory: Memory, world: World): Memory {
  const { site, now } = world;
  if (!isWatched(memory, world) || !isWorking(site)) return memory;
  const known = memory.absence;
  if (known?.away || known?.paused) return memory;
  const from = beganAt(memory, site.since);
  if (now - from < threshold(world)) return memory;
  const disturbed = memory.disturbedAt >= from;
  const absence: Absence = known
    ? { ...known, away: true, disturbed: known.disturbed || disturbed, form: 'away' }
    : {
        visitId: site.visitId,
        from,
        to: null,
        away: true,
        askedAt: now,
        disturbed,
        paused: false,
        form: 'away',
      };
  return { ...memory, absence };
}

/** The technician is back: the absence ends at the earliest instant at which they can have come. */
export function returned(memory: Memory, at: number): Memory {
  const { absence } = memory;
  if (!absence?.away) return memory;
  return { ...memory, absence: { ...absence, away: false, to: Math.max(at, absence.from) } };
}

/** Input was seen: it ends an absence. */
export function sawInput(memory: Memory, input: number, now: number): Memory {
  const seen = { ...memory, lookedAt: now, unanswered: null };
  if (!isNews(memory, input)) return seen;
  // No minute is taken off that may have been work: they may have come right after the look before this one.
  const back = Math.max(memory.lookedAt, input - RETURN_LOOK.most);
  return returned({ ...seen, lastInput: input }, back);
}

/** Is this input another than the last that is known? */
export const isNews = (memory: Memory, input: number): boolean => input > lastUse(memory) + JITTER;

/** Has an absence begun and ended between two looks? Only where the computer slept without telling so. */
export function missed(memory: Memory, world: World, input: number): boolean {
  const { site } = world;
  return isWorking(site) && isNews(memory, input) && input - beganAt(memory, site.since) >= threshold(world);
}

/** `back` is shown once they have been there for a minute, or when the window is opened again. */
export function turnForm(memory: Memory, now: number, engaged: boolean, reopened: boolean): Memory {
  const { absence } = memory;
  if (!absence || absence.away || absence.form === 'back' || absence.to === null) return memory;
  const stayed = now - absence.to >= FORM_STAYS && !engaged;
  return stayed || reopened ? { ...memory, absence: { ...absence, form: 'back' } } : memory;
}

/** From when the setting pauses an unanswered absence; null when it does not (yet). */
export function autoPauseAt(memory: Memory, world: World): number | null {
  const { absence } = memory;
  const minutes = world.settings.autoPauseMinutes;
  if (!absence?.away || absence.paused || absence.disturbed || minutes === 0) return null;
  if (!isWorking(world.site, absence.visitId) || absence.to !== null) return null;
  return Math.max(absence.askedAt + minutes * MINUTE, world.site.since + PAUSABLE_AFTER);
}

/** The absence is answered for: what is kept of it is deleted 14 days later. */
export function answered(memory: Memory, answer: string, now: number): Memory {
  const { absence } = memory;
  if (!absence) return memory;
  const { visitId, from } = absence;
  const to = absence.to ?? now;
  return {
    ...memory,
    absence: null,
    lastCommand: now,
    answered: [...memory.answered, { visitId, from, to, answer, at: now }],
  };
}

const isPaused = (site: World['site'], visitId: string) =>
  site?.phase === 'paused' && site.visitId === visitId;

/** Forgets what has been answered for long enough, and an absence from a visit that is no longer on site. */
export function tidy(memory: Memory, { now, site }: World): Memory {
  const { absence } = memory;
  const kept = memory.answered.filter((each) => now - each.at < KEPT);
  const stands =
    !absence || (absence.paused ? isPaused(site, absence.visitId) : isWorking(site, absence.visitId));
  if (stands && kept.length === memory.answered.length) return memory;
  return { ...memory, answered: kept, absence: stands ? absence : null };
}

const betweenLooks = (gone: number) =>
  Math.min(RETURN_LOOK.most, Math.max(RETURN_LOOK.least, gone / RETURN_LOOK.share));

/** When to look at the idle time next for absences (ms); null when no absence is looked for. */
export function nextLook(memory: Memory, world: World): number | null {
  const { site, now } = world;
  if (!isWatched(memory, world) || !isWorking(site)) return null;
  const { absence } = memory;
  if (absence?.away)
    return Math.max(now, memory.lookedAt + betweenLooks(now - absence.from), lookNotBefore(memory));
  return Math.max(beganAt(memory, site.since) + threshold(world), lookNotBefore(memory));
}

/** When the form turns to `back` by itself (ms), or null. */
export const formTurnsAt = ({ absence }: Memory): number | null =>
  absence && !absence.away && absence.form === 'away' && absence.to !== null ? absence.to + FORM_STAYS : null;
