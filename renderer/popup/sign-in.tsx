import { useSignal } from '@preact/signals';
import type {
  Account,
  CommandError,
  ConnectionView,
  Environment,
  SignInView,
} from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { SignInWaiting } from './sign-in-waiting.tsx';
import { goBack, leaveSignIn } from './view.ts';

interface Props {
  readonly account: Account;
  readonly connection: ConnectionView;
  readonly waiting: SignInView['waiting'];
}

const ENVIRONMENTS: readonly Environment[] = ['production', 'sandbox'];

const isEnvironment = (value: string): value is Environment => value in t().environments;

/** The environments to choose from; a policy's own hosts are offered only where they are set. */
const environments = (set: Environment) =>
  (set === 'custom' ? [set, ...ENVIRONMENTS] : ENVIRONMENTS).map((value) => ({
    value,
    text: t().environments[value],
  }));

const only = (error: CommandError | null, code: CommandError['code']) =>
  error?.code === code ? error : null;

/** Signed out, or signed in once more after the session has ended. The password is kept nowhere. */
export function SignIn({ account, connection, waiting }: Props) {
  const userName = useSignal(account.state === 'signed-out' ? '' : account.userName);
  const password = useSignal('');
  const clientId = useSignal(connection.clientId);
  const clientSecret = useSignal('');
  const environment = useSignal<Environment>(connection.environment);
  const { error, run, clear } = useAct();
  const typed = (field: { value: string }) => (text: string) => {
    field.value = text;
    clear();
  };
  const signIn = (event: Event) => {
    event.preventDefault();
    const request = {
      userName: userName.value,
      password: password.value,
      clientId: clientId.value,
      clientSecret: clientSecret.value,
      environment: environment.value,
    };
    void run('session:sign-in', () => send('session:sign-in', request), leaveSignIn);
  };
  const atField = error?.code === 'wrong-password' || error?.code === 'wrong-client';
  const { locked, hasSecret } = connection;
  return (
    <form noValidate onSubmit={signIn}>
      <TextField
        label={t().username}
        value={userName.value}
        onInput={typed(userName)}
        autocomplete="username"
        first={userName.peek() === ''}
      />
      <TextField
        label={t().password}
        password
        value={password.value}
        onInput={typed(password)}
        autocomplete="current-password"
        error={only(error, 'wrong-password')}
        first={userName.peek() !== ''}
      />
      <fieldset>
        <legend>{t().connection}</legend>
        <div class="side-by-side even">
          <TextField
            label={t().clientId}
            value={clientId.value}
            onInput={typed(clientId)}
            disabled={locked.clientId}
          />
          <TextField
            label={t().clientSecret}
            password
            value={clientSecret.value}
            onInput={typed(clientSecret)}
            disabled={locked.clientSecret}
            placeholder={hasSecret ? t().secretKept : ''}
          />
        </div>
        <ErrorLine error={only(error, 'wrong-client')} />
        <Select
          label={t().environment}
          value={environment.value}
          onChange={(value) => {
            if (isEnvironment(value)) environment.value = value;
          }}
          options={environments(connection.environment)}
          disabled={locked.environment}
        />
        {(locked.clientId || locked.clientSecret || locked.environment) && (
          <p class="hint">{t().lockedByPolicy}</p>
        )}
      </fieldset>
      <ErrorLine error={atField ? null : error} />
      {waiting && <SignInWaiting {...waiting} />}
      <div class="buttons">
        {account.state !== 'signed-out' && <Button onClick={goBack}>{t().back}</Button>}
        {waiting && <Button onClick={() => void send('session:cancel-sign-in', null)}>{t().cancel}</Button>}
        <Button look="primary" submit act="session:sign-in">
          {t().signIn}
        </Button>
      </div>
    </form>
  );
}
