import { snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { Doctor } from './doctor.tsx';
import { Sections } from './sections.tsx';
import { SignOut } from './sign-out.tsx';

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
            <p class="soft">{`${t().environment} · ${t().environments[connection.environment]}`}</p>
            {account.state === 'expired' && <p class="soft">{t().expired}</p>}
            {account.state === 'locked' && <p class="soft">{t().keychainLocked}</p>}
            <SignOut leaves={shown.signOut} />
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
