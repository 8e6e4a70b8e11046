import * as v from 'valibot';
import { ownerKey } from '../visit/phase.ts';
import type { Owner } from '../visit/types.ts';
import type { Person } from './session.ts';

const Person$: v.GenericSchema<unknown, Person> = v.object({
  userName: v.string(),
  userId: v.number(),
  authUserId: v.optional(v.nullable(v.number()), null),
  profileName: v.optional(v.nullable(v.string()), null),
  name: v.string(),
  apiUrl: v.string(),
  loginUrl: v.string(),
  clientId: v.string(),
});

const userNameFact = (owner: Owner) => `user-name ${ownerKey(owner)}`;

/** The user name of the last sign-in here; null where it was not kept. */
export const userNameOf = (facts: Pick<Facts, 'get'>, owner: Owner): string | null =>
  facts.get(userNameFact(owner), v.string());

/** Where small facts are remembered between runs. */
interface Facts {
  get<T>(name: string, schema: v.GenericSchema<unknown, T>): T | null;
  set(name: string, value: unknown): void;
}

/** The connection in force: a session of another one does not count. */
interface InForce {
  get(key: 'apiUrl' | 'loginUrl' | 'clientId'): string;
}

/** Remembers who is signed in; not who they are to another server or client than the one in force. */
export function rememberedPerson(facts: Facts, settings: InForce) {
  return {
    get: (): Person | null => {
      const person = facts.get('person', Person$);
      const same = (['apiUrl', 'loginUrl', 'clientId'] as const).every(
        (key) => person?.[key] === settings.get(key),
      );
      return same ? person : null;
    },
    set: (person: Person | null): void =>
      attempt(() => {
        facts.set('person', person);
        if (person)
          facts.set(userNameFact({ server: person.apiUrl, userId: person.userId }), person.userName);
      }),
  };
}

/** Remembers by name what a sign-out could not delete from the keychain. */
function rememberedLeftOver(facts: Facts) {
  return {
    get: (): readonly string[] => facts.get('left-in-keychain', v.array(v.string())) ?? [],
    set: (accounts: readonly string[]): void => attempt(() => facts.set('left-in-keychain', accounts)),
  };
}

/** A full disk does not prevent signing in or out; the visits say by themselves that nothing can be kept. */
function attempt(write: () => void): void {
  try {
    write();
  } catch {
    // The older value stays in the file.
  }
}

/** The account's facts that are kept between runs; no secret. */
export const accountMemory = (facts: Facts, settings: InForce) => ({
  remembered: rememberedPerson(facts, settings),
  leftOver: rememberedLeftOver(facts),
});
