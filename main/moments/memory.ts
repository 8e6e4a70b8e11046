import * as v from 'valibot';
import { ownerKey } from '../visit/phase.ts';
import type { Owner } from '../visit/types.ts';
import { type Memory, NOTHING } from './types.ts';

const instant = v.number();
const maybe = v.nullable(instant);

const Schema: v.GenericSchema<unknown, Memory> = v.object({
  lastInput: instant,
  lastCommand: instant,
  backAt: instant,
  lookedAt: instant,
  unanswered: v.optional(v.nullable(v.object({ at: instant, times: v.number() })), null),
  disturbedAt: instant,
  slept: maybe,
  absence: v.nullable(
    v.object({
      visitId: v.string(),
      from: instant,
      to: maybe,
      away: v.boolean(),
      askedAt: instant,
      disturbed: v.boolean(),
      paused: v.boolean(),
      form: v.picklist(['away', 'back']),
    }),
  ),
  muted: v.array(v.string()),
  day: v.nullable(
    v.object({
      since: instant,
      date: v.string(),
      openedAt: maybe,
      answers: v.number(),
      nextAt: maybe,
    }),
  ),
  forgotten: v.nullable(v.object({ visitId: v.string(), openedAt: instant, lastUse: instant, slept: maybe })),
  quietUntil: instant,
  tomorrow: v.nullable(v.object({ visitId: v.string(), at: instant, offered: v.boolean() })),
  paused: v.nullable(v.object({ visitId: v.string(), at: instant, used: v.number(), told: v.boolean() })),
  answered: v.array(
    v.object({ visitId: v.string(), from: instant, to: instant, answer: v.string(), at: instant }),
  ),
});

/** Where memory is kept by name: a fact beside the visits, on this computer only. */
export interface Keeper {
  get<T>(name: string, schema: v.GenericSchema<unknown, T>): T | null;
  set(name: string, value: unknown): void;
}

/** Absences and signs of use belong to their user: each user's are kept by themselves, and none while signed out. */
export function ownersKeeper(facts: Keeper, owner: () => Owner | null): Keeper {
  const of = (name: string, user: Owner) => `${name} ${ownerKey(user)}`;
  return {
    get: (name, schema) => {
      const user = owner();
      return user && facts.get(of(name, user), schema);
    },
    set: (name, value) => {
      const user = owner();
      if (user) facts.set(of(name, user), value);
    },
  };
}

const NAME = 'moments';

/** Reads the memory of the last run; nothing where none was kept, or an older OnSite kept it in another form. */
export const recall = (keeper: Keeper): Memory => keeper.get(NAME, Schema) ?? NOTHING;

/** The instant of a look alone is not worth a write. */
const worth = ({ lookedAt: _, unanswered: __, ...rest }: Memory) => JSON.stringify(rest);

/**
 * Keeps what is worth keeping. A disk that does not take it costs a question at most, never a minute: it is tried again
 * with the next change.
 */
export function keep(keeper: Keeper, before: Memory, after: Memory): void {
  if (worth(before) === worth(after)) return;
  try {
    keeper.set(NAME, after);
  } catch {
    // The visits say by themselves that nothing can be kept.
  }
}
