import { useSignal } from '@preact/signals';
import type { CheckView } from '../../preload/contract.ts';
import { Button } from './button.tsx';
import { send } from './snapshot.ts';
import { t } from './words.ts';

/** Copies the letter that asks clients for the permission, where one may lack it. */
export function PermissionLetter({ checks }: { readonly checks: readonly CheckView[] }) {
  const copied = useSignal(false);
  if (!checks.some(({ name, state }) => name === 'permission' && state !== 'ok')) return null;
  const copy = async () => {
    await send('settings:copy-letter', null);
    copied.value = true;
  };
  return (
    <>
      <Button look="link" onClick={() => void copy()}>
        {t().copyLetter}
      </Button>
      <p class="hint" aria-live="polite">
        {copied.value && t().letterCopied}
      </p>
    </>
  );
}
