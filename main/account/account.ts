import type { Authorizer, Client, createClient, Transport, WorkActivity } from '../servicechannel/client.ts';
import type { ServerClock } from '../servicechannel/clock.ts';
import { createOAuthClient, type OAuthClient } from '../servicechannel/oauth.ts';
import { type createPacer, limitFor, type Pacer } from '../servicechannel/pacing.ts';
import { Secrets } from '../servicechannel/secrets.ts';
import { type System, wait } from '../servicechannel/system.ts';
import { Session, type SessionParts, type SignInTarget } from './session.ts';
import type { Vault } from './vault.ts';

export interface AccountParts {
  readonly vault: Vault;
  /** For the API. */
  readonly transport: Transport;
  /** For the token endpoint: what hangs there holds no report. */
  readonly tokenTransport: Transport;
  readonly clock: ServerClock;
  readonly system: System;
  /** How client and pacer are made. */
  readonly make: { readonly client: typeof createClient; readonly pacer: typeof createPacer };
  readonly timeoutSeconds: () => number;
  readonly deadline?: ((ms: number) => AbortSignal) | undefined;
  /** The secret that policy gives for a client id, or null. */
  readonly givenSecret: (clientId: string, loginUrl: string) => string | null;
  readonly remembered: SessionParts['remembered'];
  readonly leftOver: SessionParts['leftOver'];
  readonly browser: SessionParts['browser'];
  /** The activities of a work order were read, for any reason. */
  readonly onActivities: (workOrderId: number, activities: readonly WorkActivity[]) => void;
  /** The user's own of some days were read; `from` is the first day, as it was asked for. */
  readonly onOwnActivities: (from: string, activities: readonly WorkActivity[]) => void;
  readonly onChange: () => void;
}

/** Builds the session with its ways to ServiceChannel. All API requests of one client id share one pacer. */
export function createAccount(parts: AccountParts): Session {
  const { transport, clock, system, make } = parts;
  const { now } = system;
  const pacers = new Map<string, Pacer>();
  const secrets = new Secrets();

  function pacerFor({ apiUrl, clientId }: SignInTarget): Pacer {
    const key = `${apiUrl} ${clientId}`;
    const pacer =
      pacers.get(key) ?? make.pacer({ perMinute: limitFor(apiUrl), now, wait: (ms) => wait(system, ms) });
    pacers.set(key, pacer);
    return pacer;
  }

  function oauthFor({ loginUrl, clientId, clientSecret }: SignInTarget): OAuthClient {
    return createOAuthClient({
      loginUrl,
      clientId,
      clientSecret,
      transport: parts.tokenTransport,
      secrets,
      now,
      stamp: clock.stamp,
      onServerDate: clock.measure,
      timeoutSeconds: parts.timeoutSeconds,
      deadline: parts.deadline,
    });
  }

  function clientFor(connection: SignInTarget, authorizer: Authorizer): Client {
    const client = make.client({
      apiUrl: connection.apiUrl,
      transport,
      authorizer,
      pacer: pacerFor(connection),
      secrets,
      timeoutSeconds: parts.timeoutSeconds,
      deadline: parts.deadline,
      stamp: clock.stamp,
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
      ownActivities: async (from, ...more) => {
        const answer = await client.ownActivities(from, ...more);
        if (answer.kind === 'ok') parts.onOwnActivities(from, answer.value);
        return answer;
      },
    };
  }

  return new Session({
    ...parts,
    secrets,
    now,
    wait: (ms, signal) => wait(system, ms, signal),
    oauthFor,
    clientFor,
    pacerFor,
  });
}
