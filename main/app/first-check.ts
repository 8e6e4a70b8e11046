import * as v from 'valibot';
import type { Session } from '../account/session.ts';
import type { StoredFacts } from '../storage/facts.ts';
import type { SettingsStore } from '../storage/settings.ts';
import { ownerKey } from '../visit/phase.ts';

interface FirstCheckStore {
  readonly settings: Pick<SettingsStore, 'isLocked'>;
  readonly facts: Pick<StoredFacts, 'get' | 'set'>;
}

const nameOf = ({ owner }: Pick<Session, 'owner'>): string | null =>
  owner && `first-check ${ownerKey(owner)}`;

/**
 * Whether a user who has given their client themselves has still to see that the connection was checked. With a client
 * from the company's policy the company has checked it.
 */
export function isFirstCheck(
  { settings, facts }: FirstCheckStore,
  session: Pick<Session, 'owner' | 'sender'>,
): boolean {
  const name = nameOf(session);
  return (
    name !== null &&
    session.sender !== null &&
    !settings.isLocked('clientId') &&
    facts.get(name, v.boolean()) === null
  );
}

/** The check was seen. */
export function firstCheckSeen(
  { facts }: Pick<FirstCheckStore, 'facts'>,
  session: Pick<Session, 'owner'>,
): void {
  const name = nameOf(session);
  if (name) facts.set(name, true);
}
