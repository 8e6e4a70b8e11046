import type { CommandError, EnvironmentChoice, Result, SignInRequest } from '../../../preload/contract.ts';
import type { SignInAnswer, SignInTarget } from '../../account/session.ts';
import type { Core } from '../../core.ts';
import { HOSTS } from '../../servicechannel/hosts.ts';
import type { SettingsStore } from '../../storage/settings.ts';
import { answerError, DONE } from './results.ts';
import type { Handlers } from './types.ts';

type AccountHandlers = Pick<Handlers, Extract<keyof Handlers, `session:${string}`>>;

function hostsOf(settings: SettingsStore, environment: EnvironmentChoice) {
  const locked = settings.isLocked('apiUrl') || settings.isLocked('loginUrl');
  if (locked || environment === 'custom')
    return { apiUrl: settings.get('apiUrl'), loginUrl: settings.get('loginUrl') };
  return HOSTS[environment];
}

function commandErrorOf(answer: Exclude<SignInAnswer, { kind: 'ok' }>): CommandError {
  switch (answer.kind) {
    case 'denied':
      return { code: answer.why === 'client' ? 'wrong-client' : 'wrong-password', message: answer.message };
    case 'not-now':
      return { code: 'not-now', message: answer.message };
    case 'cancelled':
      return { code: 'cancelled' };
    case 'browser':
      return { code: 'browser', why: answer.why, message: answer.message };
    default:
      return answerError(answer);
  }
}

/** Sign-in and sign-out as windows ask for them. What was typed is kept only after it has worked. */
export function accountHandlers(
  settings: SettingsStore,
  core: Pick<Core, 'session' | 'sendNow'>,
  onSignedIn: () => void,
): AccountHandlers {
  const { session } = core;

  async function connectionFor(request: SignInRequest): Promise<SignInTarget> {
    const hosts = hostsOf(settings, request.environment);
    const clientId = settings.isLocked('clientId') ? settings.get('clientId') : request.clientId.trim();
    // A keychain that does not answer knows no secret: it must be typed.
    const kept =
      request.clientSecret || (await session.secretFor(hosts.loginUrl, clientId).catch(() => null));
    return { ...hosts, clientId, clientSecret: kept ?? '' };
  }

  return {
    'session:sign-in': async (request): Promise<Result> => {
      const connection = await connectionFor(request);
      if (!connection.clientId || !connection.clientSecret)
        return { ok: false, error: { code: 'wrong-client', message: '' } };
      const answer = await session.signIn(connection, request.userName.trim(), request.password);
      if (answer.kind !== 'ok') return { ok: false, error: commandErrorOf(answer) };
      onSignedIn();
      settings.set('apiUrl', connection.apiUrl);
      settings.set('loginUrl', connection.loginUrl);
      settings.set('clientId', connection.clientId);
      return DONE;
    },
    'session:sign-in-with-browser': async (): Promise<Result> => {
      const { apiUrl, loginUrl } = hostsOf(settings, 'custom');
      const clientId = settings.get('clientId');
      const clientSecret = await session.secretFor(loginUrl, clientId).catch(() => null);
      if (!clientId || !clientSecret) return { ok: false, error: { code: 'no-client' } };
      const connection = { apiUrl, loginUrl, clientId, clientSecret };
      const answer = await session.signInWithBrowser(connection, settings.get('redirectUri'));
      if (answer.kind !== 'ok') return { ok: false, error: commandErrorOf(answer) };
      onSignedIn();
      return DONE;
    },
    'session:cancel-sign-in': () => {
      session.cancelSignIn();
      return null;
    },
    'session:restore': async () => {
      await session.restore();
      return null;
    },
    'session:sign-out': async (): Promise<Result> => {
      await session.signOut();
      return DONE;
    },
    'session:send-and-sign-out': async (): Promise<Result> => {
      const { person } = session;
      const count = await core.sendNow();
      if (count > 0) return { ok: false, error: { code: 'still-waiting', count } };
      // Another user may have signed in meanwhile.
      if (session.person === person) await session.signOut();
      return DONE;
    },
  };
}
