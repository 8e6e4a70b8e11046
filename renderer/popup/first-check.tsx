import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CheckView } from '../../preload/contract.ts';
import { Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { CheckList } from '../ui/check-list.tsx';
import { PermissionLetter } from '../ui/permission-letter.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** After the first sign-in with a client of one's own: whether all that reporting needs is there. The form waits for nothing of it. */
export function FirstCheck() {
  const found = useSignal<readonly CheckView[] | null>(null);
  const open = useSignal(false);
  useEffect(() => {
    void send('settings:check-connection', null).then((checks) => {
      found.value = checks;
    });
  }, []);
  const checks = found.value;
  const missing = (checks ?? []).filter(({ state }) => state === 'missing').length;
  return (
    <Note warn={missing > 0}>
      <p>{checks === null ? t().checkingConnection : t().firstCheck(missing)}</p>
      <div class="remedies">
        <Button look="link" onClick={() => void send('settings:first-check-seen', null)}>
          {t().checkSeen}
        </Button>
        {checks && (
          <Button look="link" expanded={open.value} onClick={() => (open.value = !open.value)}>
            {t().showChecks}
          </Button>
        )}
      </div>
      {open.value && checks && (
        <>
          <CheckList checks={checks} />
          <PermissionLetter checks={checks} />
        </>
      )}
    </Note>
  );
}
