import { MINUTE } from '../visit/time.ts';
import {
  autoPauseAt,
  formTurnsAt,
  isNews,
  missed,
  nextLook,
  notice,
  returned,
  sawInput,
  tidy,
  turnForm,
} from './absence.ts';
import { askEndOfDay, nextEndOfDay } from './end-of-day.ts';
import { askForgotten, isFirstUse, tidyForgotten } from './forgotten.ts';
import { foundNothing, lastAsked, lookNotBefore } from './looks.ts';
import { isCheckedIn, type Memory, type World } from './types.ts';
import { followPause, nextPausedLook, offerResume, usedWhilePaused } from './while-paused.ts';

/** The sign of use is looked for and kept this often while a visit is checked in (ms). */
const SIGN_EVERY = 5 * MINUTE;
/** While a visit is checked in the wall clock is looked at so often (ms): it may be set, and no event says so. */
const CLOCK_EVERY = MINUTE;

/** An event of a timer or the operating system. The same one twice asks once. */
export type Fact =
  /** @param input the last input's instant, ms; null where it cannot be known */
  | { readonly type: 'look' | 'lock' | 'sleep'; readonly input: number | null }
  | { readonly type: 'start' | 'wake' | 'unlock' | 'command' | 'time' | 'reopened' };

/** A fact, and whether pointer or focus are in the window that asks: it does not change under them. */
export type MomentEvent = Fact & { readonly engaged?: boolean };

function looked(memory: Memory, input: number | null, world: World): Memory {
  const { now, site } = world;
  if (input === null) return foundNothing(memory, now);
  const isFirst = isNews(memory, input) && isFirstUse(memory, world, input);
  const asked = isFirst ? offerResume(askForgotten(memory, world), world) : memory;
  const isUse = site?.phase === 'paused' && input > memory.lookedAt;
  const used = isUse ? usedWhilePaused(asked, now) : asked;
  const noticed = missed(used, world, input) ? notice(used, world) : used;
  return notice(sawInput(noticed, input, now), world);
}

/** A first use may find that a check-out was forgotten; any other use ends an absence. */
const firstUse = (memory: Memory, world: World, at: number): Memory =>
  isFirstUse(memory, world, at) ? askForgotten(memory, world) : memory;

/** The computer is left, locked or asleep: the same absence, never a break by itself. */
function left(memory: Memory, input: number | null, world: World, asleep: boolean): Memory {
  const seen = input === null ? memory : sawInput(memory, input, world.now);
  const absence = seen.absence && { ...seen.absence, disturbed: true };
  return { ...seen, absence, disturbedAt: world.now, slept: asleep ? world.now : seen.slept };
}

/** A person may be back. The absence until now is judged first. */
function came(memory: Memory, world: World): Memory {
  const asked = notice(askForgotten(memory, world), world);
  const back = returned(asked, world.now);
  // The question takes its form for a person who is back.
  return turnForm({ ...back, backAt: world.now }, world.now, false, true);
}

function taken(memory: Memory, fact: Fact, world: World): Memory {
  const { now } = world;
  switch (fact.type) {
    case 'look':
      return looked(memory, fact.input, world);
    case 'lock':
    case 'sleep':
      return left(memory, fact.input, world, fact.type === 'sleep');
    case 'start':
    case 'wake':
      return came(memory, world);
    case 'unlock':
      return { ...offerResume(came(memory, world), world), lastInput: now };
    case 'command':
      return { ...returned(firstUse(memory, world, now), now), lastCommand: now };
    case 'reopened':
      // Opening the window proves that a person is there.
      return turnForm(returned(memory, now), now, false, true);
    case 'time':
      return memory;
  }
}

const askDue = (memory: Memory, world: World): Memory =>
  askEndOfDay(followPause(tidyForgotten(tidy(memory, world), world), world), world);

/** Takes in a fact: what is remembered and asked from now on. Pure; says nothing twice. */
export function take(memory: Memory, event: MomentEvent, world: World): Memory {
  const after = askDue(taken(memory, event, world), world);
  return turnForm(after, world.now, event.engaged ?? false, false);
}

/** Takes in that time has passed: null where nothing has come of it, and nothing that is shown has changed. */
export function passed(memory: Memory, engaged: boolean, world: World): Memory | null {
  const after = take(memory, { type: 'time', engaged }, world);
  return after === memory && autoPauseAt(after, world) === null ? null : after;
}

export interface Plan {
  /** Look at the idle time then, ms; null: there is nothing to look for. */
  readonly lookAt: number | null;
  /** Be awake then, ms; null: nothing can come by itself, so no timer runs. */
  readonly wakeAt: number | null;
}

const earliest = (...times: readonly (number | null)[]): number | null => {
  const given = times.filter((at) => at !== null);
  return given.length > 0 ? Math.min(...given) : null;
};

/** When to look and to wake next. Never where no visit is checked in or paused. */
export function plan(memory: Memory, world: World): Plan {
  const there = isCheckedIn(world.site);
  const sign = there ? Math.max(lastAsked(memory) + SIGN_EVERY, lookNotBefore(memory)) : null;
  const lookAt = earliest(nextLook(memory, world), nextPausedLook(memory, world), sign);
  const turns = formTurnsAt(memory);
  const wakeAt = earliest(
    lookAt,
    nextEndOfDay(memory, world),
    autoPauseAt(memory, world),
    // It may be due and held by the pointer.
    turns === null ? null : Math.max(turns, world.now + 1000),
    there ? world.now + CLOCK_EVERY : null,
  );
  return { lookAt, wakeAt };
}
