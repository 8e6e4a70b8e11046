import type { Browser } from '../../../main/account/parts.ts';
import type { Person, SignInTarget } from '../../../main/account/session.ts';
import { Session } from '../../../main/account/session.ts';
import type { Vault } from '../../../main/account/vault.ts';
import type { Authorizer } from '../../../main/servicechannel/client.ts';
import type { GrantAnswer, Tokens } from '../../../main/servicechannel/oauth.ts';
import type { Profile } from '../../../main/servicechannel/profile.ts';
import { Secrets } from '../../../main/servicechannel/secrets.ts';
import { fakeClient } from '../fake-client.ts';

export const CONNECTION: SignInTarget = {
  apiUrl: 'https://api.example/v3',
  loginUrl: 'https://login.example',
  clientId: 'client-1',
  clientSecret: 's3cret',
};

export const PERSON: Person = {
  userName: 'tech',
  userId: 1544987,
  authUserId: 8544987,
  profileName: 'Tech.First',
  name: 'First Technician',
  apiUrl: CONNECTION.apiUrl,
  loginUrl: CONNECTION.loginUrl,
  clientId: CONNECTION.clientId,
};

export const PROFILE: Profile = {
  userId: PERSON.userId,
  authUserId: PERSON.authUserId,
  userName: PERSON.profileName,
  fullName: PERSON.name,
  email: null,
  providerId: null,
  providerName: null,
};

export const TOKEN_ACCOUNT = 'login.example tech';
export const SECRET_ACCOUNT = 'login.example client client-1';

export const granted = (n: number, over: Partial<Tokens> = {}): GrantAnswer => ({
  kind: 'ok',
  tokens: { accessToken: `access-${n}`, refreshToken: `refresh-${n}`, expiresInSeconds: 600, ...over },
});

export const ENDED = { kind: 'unsent', why: 'signed-out' } as const;
export const denied: GrantAnswer = { kind: 'denied', why: 'grant', message: 'invalid_grant' };

/** A promise that a test settles when it wants to. */
export function held<T>() {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { promise, release: resolve };
}

/** A keychain that notes what is done to it, in order. */
export function keychain(given: Readonly<Record<string, string>> = {}) {
  const entries = new Map(Object.entries(given));
  const log: string[] = [];
  const vault: Vault = {
    get: async (account) => entries.get(account) ?? null,
    set: async (account, secret) => {
      log.push(`set ${account} ${secret}`);
      entries.set(account, secret);
    },
    delete: async (account) => {
      log.push(`delete ${account}`);
      entries.delete(account);
    },
  };
  return { vault, entries, log };
}

export const KEPT = { [TOKEN_ACCOUNT]: 'refresh-0', [SECRET_ACCOUNT]: 's3cret' };

interface Given {
  readonly keychain?: ReturnType<typeof keychain>;
  readonly vault?: Vault;
  readonly person?: Person | null;
  readonly givenSecret?: string | null;
  /** The token endpoint's answers, one after the other; the last one repeats. */
  readonly grants?: readonly (GrantAnswer | Promise<GrantAnswer>)[];
  /** Left in the keychain by an earlier sign-out. */
  readonly left?: readonly string[];
  readonly browser?: Browser;
  readonly profile?: ReturnType<typeof fakeClient>['profile'];
}

/** A session with a token endpoint and a ServiceChannel that note what they are asked. */
export function rig(given: Given = {}) {
  const chain = given.keychain ?? keychain();
  const calls: string[] = [];
  const places: string[] = [];
  const connections: SignInTarget[] = [];
  const authorizers: Authorizer[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const remembered: { person: Person | null; left: readonly string[] } = {
    person: given.person ?? null,
    left: given.left ?? [],
  };
  const blocked = { until: 0 };
  const waits: { readonly ms: number; readonly end: () => void }[] = [];
  let now = 1_000_000;
  let changes = 0;
  const grant = (what: string) => {
    calls.push(what);
    const grants = given.grants ?? [granted(calls.length)];
    return Promise.resolve(grants[Math.min(calls.length, grants.length) - 1] ?? granted(0));
  };
  const session = new Session({
    vault: given.vault ?? chain.vault,
    secrets: new Secrets(),
    browser: given.browser ?? {
      open: () => Promise.reject(new Error('no browser')),
      words: () => ({ title: '', text: '' }),
    },
    givenSecret: () => given.givenSecret ?? null,
    remembered: {
      get: () => remembered.person,
      set: (person) => {
        chain.log.push(person ? `remember ${person.userName}` : 'forget');
        remembered.person = person;
      },
    },
    leftOver: {
      get: () => remembered.left,
      set: (accounts) => {
        remembered.left = accounts;
      },
    },
    oauthFor: (connection) => {
      connections.push(connection);
      return {
        passwordGrant: (userName, password, signal) => {
          signals.push(signal);
          return grant(`password ${userName} ${password}`);
        },
        refreshGrant: (token) => grant(`refresh ${token}`),
        codeGrant: ({ code }) => grant(`code ${code}`),
      };
    },
    clientFor: (_, authorizer) => {
      authorizers.push(authorizer);
      return fakeClient({ profile: given.profile ?? (async () => ({ kind: 'ok', value: PROFILE })) });
    },
    pacerFor: () => ({
      place: async (kind) => {
        places.push(kind);
      },
      freeAt: () => blocked.until,
      blockUntil: () => undefined,
      isBlocked: () => false,
    }),
    now: () => now,
    wait: (ms, signal) =>
      new Promise<void>((resolve) => {
        const end = () => {
          now += ms;
          resolve();
        };
        waits.push({ ms, end });
        signal.addEventListener('abort', () => resolve());
      }),
    onChange: () => {
      changes += 1;
    },
  });
  session.onLeftOver((isLeft) => chain.log.push(isLeft ? 'still in the keychain' : 'all deleted'));
  return {
    session,
    chain,
    calls,
    places,
    connections,
    remembered,
    /** The signals that token calls were given. */
    signals,
    /** Until when the API takes no request, ms. */
    blocked,
    /** The waits under way; `end` lets their time pass. */
    waits,
    now: () => now,
    /** How requests of the session in force get their token. */
    authorizer: (): Authorizer => {
      const last = authorizers.at(-1);
      if (!last) throw new Error('Nobody is signed in');
      return last;
    },
    later: (ms: number) => {
      now += ms;
    },
    changes: () => changes,
  };
}
