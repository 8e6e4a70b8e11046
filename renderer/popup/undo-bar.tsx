import { SECOND } from '../../main/visit/time.ts';
import type { Phase, UndoView } from '../../preload/contract.ts';
import { timeText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** How much of its time is left runs down once, whenever the popup is opened. */
function TimeLeft({ of: { until, seconds } }: { readonly of: UndoView }) {
  const all = seconds * SECOND;
  const gone = Math.min(all, Math.max(0, all - (until - Date.now())));
  return (
    <span
      class="undo-time"
      style={{ animationDuration: `${all}ms`, animationDelay: `-${gone}ms` }}
      aria-hidden="true"
    />
  );
}

/** The last act with `Undo`, while it can be taken back. */
export function UndoBar({ of, phase }: { readonly of: UndoView | null; readonly phase: Phase }) {
  const { error, run } = useAct();
  return (
    <>
      {of && (
        <div class={`strip undo ${phase.replace(' ', '-')}`} key={of.until}>
          <span class="undo-text">
            {t().undoOf(of.deed, of.workOrderId, timeText(of.at.ms, locale.value))}
          </span>
          <Button look="link" act="undo" onClick={() => void run('undo', () => send('visit:undo', null))}>
            {t().undo}
          </Button>
          <TimeLeft of={of} />
        </div>
      )}
      {error && !of && (
        <div class="strip bad">
          <ErrorLine error={error} />
        </div>
      )}
    </>
  );
}
