import type { ElsewhereView } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine, Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** An open check-in that was made on the phone, in the mobile app or on another computer. */
export function Elsewhere({ of: { key, workOrderId, since } }: { readonly of: ElsewhereView }) {
  const { error, run } = useAct();
  const name = `elsewhere:continue ${key}`;
  return (
    <Note warn>
      <p>{t().elsewhere(workOrderId, whenText(since.ms, now.peek(), locale.value))}</p>
      <div class="remedies">
        <Button look="link" act={name} onClick={() => void run(name, () => send('visit:continue', { key }))}>
          {t().continueVisit}
        </Button>
        <Button look="link" onClick={() => void send('elsewhere:not-now', { key })}>
          {t().notNow}
        </Button>
      </div>
      <ErrorLine error={error} />
    </Note>
  );
}
