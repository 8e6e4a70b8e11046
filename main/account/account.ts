import type { Authorizer, Client, Transport, WorkActivity } from '../servicechannel/client.ts';
import { createClient } from '../servicechannel/client.ts';
import type { ServerClock } from '../servicechannel/clock.ts';
import { createOAuthClient, type OAuthClient } from '../servicechannel/oauth.ts';
import { createPacer, limitFor, type Pacer } from '../servicechannel/pacing.ts';
import { type Connection, type Person, Session } from './session.ts';
import type { Vault } from './vault.ts';

export interface AccountParts {
  readonly vault: Vault;
  readonly transport: Transport;
  readonly clock: ServerClock;
  /** This computer's clock, ms. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly timeoutSeconds: () => number;
  /** The secret that policy gives for a client id, or null. */
  readonly givenSecret: (clientId: string) => string | null;
  readonly remembered: { get(): Person | null; set(person: Person | null): void };
  /** The activities of a work order were read, whoever asked. */
  readonly onActivities: (workOrderId: number, activities: readonly WorkActivity[]) => void;
  readonly onChange: () => void;
}

/** Builds the session with its ways to ServiceChannel. Everything of one client id shares one pacer. */
export function createAccount(parts: AccountParts): Session {
  const { transport, now, wait, clock } = parts;
  const pacers = new Map<string, Pacer>();

  function pacerFor({ apiUrl, clientId }: Connection): Pacer {
    const key = `${apiUrl} ${clientId}`;
    const pacer = pacers.get(key) ?? createPacer({ perMinute: limitFor(apiUrl), now, wait });
    pacers.set(key, pacer);
    return pacer;
  }

  function oauthFor(connection: Connection): OAuthClient {
    const { loginUrl, clientId, clientSecret } = connection;
    const pacer = pacerFor(connection);
    return createOAuthClient({
      loginUrl,
      clientId,
      clientSecret,
      transport,
      pacer,
      now,
      timeoutSeconds: parts.timeoutSeconds(),
    });
  }

  function clientFor(connection: Connection, authorizer: Authorizer): Client {
    const client = createClient({
      apiUrl: connection.apiUrl,
      transport,
      authorizer,
      pacer: pacerFor(connection),
      timeoutSeconds: parts.timeoutSeconds(),
      onServerDate: clock.measure,
      now,
    });
    return {
      ...client,
      workActivities: async (id, read) => {
        const answer = await client.workActivities(id, read);
        if (answer.kind === 'ok') parts.onActivities(id, answer.value);
        return answer;
      },
    };
  }

  return new Session({ ...parts, oauthFor, clientFor, pacerFor });
}
