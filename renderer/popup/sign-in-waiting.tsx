import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { MINUTE, SECOND } from '../../main/visit/time.ts';
import type { SignInView } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, send } from '../ui/snapshot.ts';
import { t } from './sign-in-words.ts';

/** A sign-in that takes no longer says nothing (ms). */
const WORTH_SAYING = 2 * SECOND;

/** Says what a sign-in waits for. */
export function SignInWaiting({ until, inBrowser }: NonNullable<SignInView['waiting']>) {
  const isLong = useSignal(false);
  useEffect(() => {
    const timer = setTimeout(() => (isLong.value = true), WORTH_SAYING);
    return () => clearTimeout(timer);
  }, []);
  const words = wordsOf(until, inBrowser);
  return (
    <p class="hint" aria-live="polite">
      {(isLong.value || inBrowser || until !== null) && words}
    </p>
  );
}

/** Ends a sign-in that waits. It has a line of its own, which is there before: in that of `Sign in` it would come under the pointer that clicked there. */
export function CancelSignIn({ waits }: { readonly waits: boolean }) {
  return (
    <div class="links">
      {waits && (
        <Button look="link" onClick={() => void send('session:cancel-sign-in', null)}>
          {t().cancel}
        </Button>
      )}
    </div>
  );
}

function wordsOf(until: number | null, inBrowser: boolean): string {
  if (until !== null) return later(until);
  return inBrowser ? t().inBrowser : t().askingServiceChannelToSignIn;
}

function later(until: number): string {
  if (until - now.peek() < MINUTE) return t().signsInSoon;
  return t().signsInLater(whenText(Math.ceil(until / MINUTE) * MINUTE, now.peek(), locale.value));
}
