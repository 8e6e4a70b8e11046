import type { Account, SignInView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { send } from '../ui/snapshot.ts';
import { CloseView } from './close-view.tsx';
import { CancelSignIn, SignInWaiting } from './sign-in-waiting.tsx';
import { t } from './sign-in-words.ts';
import { leaveSignIn } from './view.ts';

interface Props {
  readonly account: Account;
  readonly waiting: SignInView['waiting'];
}

/** Nothing is typed here: who they are is shown at the sign-in page in their browser. */
export function BrowserSignIn({ account, waiting }: Props) {
  const { error, run } = useAct();
  const signIn = () =>
    void run('session:sign-in', () => send('session:sign-in-with-browser', null), leaveSignIn);
  return (
    <Page
      openedBy="sign-in"
      bar={
        <>
          <div class="buttons">
            {account.state !== 'signed-out' && <CloseView />}
            <Button look="primary" act="session:sign-in" first onClick={signIn}>
              {t().signInWithBrowser}
            </Button>
          </div>
          <CancelSignIn waits={waiting !== null} />
        </>
      }
    >
      <ErrorLine error={error} />
      {waiting && <SignInWaiting {...waiting} />}
    </Page>
  );
}
