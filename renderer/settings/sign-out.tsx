import { useSignal } from '@preact/signals';
import type { SignOutView } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine, Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

interface Props {
  /** The visit and the reports that signing out would leave here; null: there are none. */
  readonly leaves: SignOutView | null;
}

/** Asks in place where something is under way; else signs out at once. */
export function SignOut({ leaves }: Props) {
  const asking = useSignal(false);
  const { error, run, clear } = useAct();
  const stop = () => {
    asking.value = false;
    clear();
  };
  const signOut = () => void run('session:sign-out', () => send('session:sign-out', null), stop);
  const sendFirst = () =>
    void run('session:send-and-sign-out', () => send('session:send-and-sign-out', null), stop);
  if (!leaves || !asking.value)
    return (
      <>
        <ErrorLine error={error} />
        <div class="buttons left">
          <Button act="session:sign-out" onClick={leaves ? () => (asking.value = true) : signOut}>
            {t().signOut}
          </Button>
        </div>
      </>
    );
  return (
    <Note warn>
      {leaves.workOrderId !== null && <p>{t().signOutOpen(leaves.workOrderId)}</p>}
      {leaves.waiting > 0 && <p>{t().signOutWaiting(leaves.waiting)}</p>}
      <ErrorLine error={error} />
      <div class="buttons left">
        <Button look="primary" act="session:send-and-sign-out" onClick={sendFirst}>
          {t().sendAndSignOut}
        </Button>
        <Button act="session:sign-out" onClick={signOut}>
          {t().signOutKeeping(leaves.waiting)}
        </Button>
        <Button first onClick={stop}>
          {t().stay}
        </Button>
      </div>
    </Note>
  );
}
