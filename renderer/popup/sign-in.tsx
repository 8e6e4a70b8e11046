import { useSignal } from '@preact/signals';
import type { Account, CommandError, ConnectionView, SignInView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { send } from '../ui/snapshot.ts';
import { CloseView } from './close-view.tsx';
import { ConnectionFields, useConnection } from './connection-fields.tsx';
import { CancelSignIn, SignInWaiting } from './sign-in-waiting.tsx';
import { t } from './sign-in-words.ts';
import { leaveSignIn } from './view.ts';

interface Props {
  readonly account: Account;
  readonly connection: ConnectionView;
  readonly waiting: SignInView['waiting'];
}

const only = (error: CommandError | null, code: CommandError['code']) =>
  error?.code === code ? error : null;

/** Signed out, or signed in once more after the session has ended. The password is kept nowhere. */
export function SignIn({ account, connection, waiting }: Props) {
  const userName = useSignal(account.state === 'signed-out' ? '' : account.userName);
  const password = useSignal('');
  const connecting = useConnection(connection);
  const lacking = useSignal(false);
  const { error, run, clear } = useAct();
  const typed = (field: { value: string }) => (text: string) => {
    field.value = text;
    lacking.value = false;
    clear();
  };
  const signIn = (event: Event) => {
    event.preventDefault();
    lacking.value = userName.value.trim() === '' || password.value === '';
    if (lacking.value) return;
    const request = { userName: userName.value, password: password.value, ...connecting.given() };
    void run('session:sign-in', () => send('session:sign-in', request), leaveSignIn);
  };
  const atField = error?.code === 'wrong-password' || error?.code === 'wrong-client';
  const lacksName = lacking.value && userName.value.trim() === '';
  return (
    <Page
      onSubmit={signIn}
      openedBy="sign-in"
      sheet={
        <>
          <ErrorLine error={atField ? null : error} />
          {waiting && <SignInWaiting {...waiting} />}
        </>
      }
      bar={
        <>
          <div class="buttons">
            {account.state !== 'signed-out' && <CloseView />}
            <Button look="primary" submit act="session:sign-in">
              {t().signIn}
            </Button>
          </div>
          <CancelSignIn waits={waiting !== null} />
        </>
      }
    >
      <TextField
        label={t().username}
        value={userName.value}
        onInput={typed(userName)}
        autocomplete="username"
        error={lacksName ? t().typeUserName : null}
        room="lines"
        first={userName.peek() === ''}
      />
      <TextField
        label={t().password}
        password
        value={password.value}
        onInput={typed(password)}
        autocomplete="current-password"
        error={
          lacking.value && !lacksName && !password.value ? t().typePassword : only(error, 'wrong-password')
        }
        room="lines"
        first={userName.peek() !== ''}
      />
      <ConnectionFields
        connection={connection}
        of={connecting}
        error={only(error, 'wrong-client')}
        onInput={clear}
      />
    </Page>
  );
}
