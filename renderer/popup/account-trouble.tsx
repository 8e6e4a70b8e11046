import type { Account, SignInView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { Alert, Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { view } from './view.ts';

const OpenSignIn = () => (
  <Button look="link" opens="sign-in" onClick={() => (view.value = { name: 'sign-in' })}>
    {t().signInOpens}
  </Button>
);

function Expired() {
  return (
    <Alert title={t().expired}>
      <p>{t().expiredAdvice}</p>
      <div class="remedies">
        <OpenSignIn />
      </div>
    </Alert>
  );
}

function Locked() {
  const { run } = useAct();
  const again = async () => {
    await send('session:restore', null);
    return { ok: true, value: null } as const;
  };
  return (
    <Alert title={t().keychainLocked}>
      <p>{t().keychainLockedAdvice}</p>
      <div class="remedies">
        <Button look="link" act="session:restore" onClick={() => void run('session:restore', again)}>
          {t().tryAgain}
        </Button>
        <OpenSignIn />
      </div>
    </Alert>
  );
}

interface Props {
  readonly account: Account;
  readonly signIn: SignInView;
}

/** Nothing can be sent until the user signs in, or a sign-in host or a keychain answers again. */
export function AccountTrouble({ account, signIn: { trouble } }: Props) {
  if (account.state === 'expired') return <Expired />;
  if (account.state === 'locked') return <Locked />;
  if (account.state === 'signed-out' || !trouble) return null;
  return (
    <Note warn>
      <p>{t().noTokens(trouble.message)}</p>
      <OpenSignIn />
    </Note>
  );
}
