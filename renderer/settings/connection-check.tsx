import { useSignal } from '@preact/signals';
import type { CheckView } from '../../preload/contract.ts';
import { Button } from '../ui/button.tsx';
import { CheckList } from '../ui/check-list.tsx';
import { PermissionLetter } from '../ui/permission-letter.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** The results of `Check connection` in words, and the diagnostics to copy for support. */
export function ConnectionCheck() {
  const found = useSignal<readonly CheckView[] | null>(null);
  const checking = useSignal(false);
  const copied = useSignal(false);
  const check = async () => {
    if (checking.peek()) return;
    checking.value = true;
    try {
      found.value = await send('settings:check-connection', null);
    } finally {
      checking.value = false;
    }
  };
  const copy = async () => {
    await send('settings:copy-diagnostics', null);
    copied.value = true;
  };
  return (
    <>
      <div class="buttons left">
        <Button onClick={() => void check()}>{t().checkConnection}</Button>
        <Button onClick={() => void copy()}>{t().copyDiagnostics}</Button>
      </div>
      <div role="status" aria-busy={checking.value}>
        {found.value && (
          <>
            <CheckList checks={found.value} />
            <PermissionLetter checks={found.value} />
          </>
        )}
        {copied.value && <p class="soft">{t().diagnosticsCopied}</p>}
      </div>
    </>
  );
}
