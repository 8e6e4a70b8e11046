import { useSignal } from '@preact/signals';
import type { Snapshot } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine, Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { Doctor } from './doctor.tsx';
import { Sections } from './sections.tsx';

/** The consequences of signing out; empty when nothing is under way. */
function consequences({ current, delivery }: Snapshot): readonly string[] {
  const open = current && current.phase !== 'paused' ? [t().signOutOpen(current.workOrderId)] : [];
  const waiting = delivery.kind === 'recorded' ? [] : [t().signOutWaiting];
  return [...open, ...waiting];
}

/** Asks in place where something is under way; else signs out at once. */
function SignOut({ snapshot: shown }: { readonly snapshot: Snapshot }) {
  const asking = useSignal(false);
  const { error, run } = useAct();
  const warnings = consequences(shown);
  const signOut = () => {
    if (warnings.length > 0 && !asking.value) asking.value = true;
    else
      void run(
        'session:sign-out',
        () => send('session:sign-out', null),
        () => (asking.value = false),
      );
  };
  return (
    <>
      {asking.value && (
        <Note warn>
          {warnings.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Note>
      )}
      <ErrorLine error={error} />
      <div class="buttons left">
        <Button act="session:sign-out" onClick={signOut}>
          {t().signOut}
        </Button>
        {asking.value && <Button onClick={() => (asking.value = false)}>{t().staySignedIn}</Button>}
      </div>
    </>
  );
}

/** The Settings page: the account, then every setting in sections. */
export function Settings() {
  const shown = snapshot.value;
  if (!shown) return null;
  const { account, connection } = shown;
  return (
    <main class="settings">
      <h1>{t().settings}</h1>
      <section>
        <h2>{t().accountTitle}</h2>
        {account.state === 'signed-out' ? (
          <p class="soft">{t().notSignedIn}</p>
        ) : (
          <>
            <p class="store">{t().signedInAs(account.name, account.userName)}</p>
            <p class="soft">{t().environments[connection.environment]}</p>
            {account.state === 'expired' && <p class="soft">{t().expired}</p>}
            {account.state === 'locked' && <p class="soft">{t().keychainLocked}</p>}
            <SignOut snapshot={shown} />
          </>
        )}
      </section>
      <Sections />
      <Doctor />
      {!shown.moments.detectsIdle && <p class="soft">{t().noIdleDetection}</p>}
      {shown.moments.idleSilent && <p class="soft">{t().idleSilent}</p>}
    </main>
  );
}
