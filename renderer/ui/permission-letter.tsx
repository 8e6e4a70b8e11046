import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CheckView } from '../../preload/contract.ts';
import { Button } from './button.tsx';
import { bringIntoSight } from './focus.ts';
import { send } from './snapshot.ts';
import { t } from './words.ts';

/** Copies the letter that asks clients for the permission, where one may lack it. */
export function PermissionLetter({ checks }: { readonly checks: readonly CheckView[] }) {
  const copied = useSignal(false);
  const said = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (copied.value && said.current) bringIntoSight(said.current);
  }, [copied.value]);
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
      <p class="hint" aria-live="polite" ref={said}>
        {copied.value && t().letterCopied}
      </p>
    </>
  );
}
