import type { ReceiptView } from '../../preload/contract.ts';
import { timeText } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { differs, receiptText } from './receipt-words.ts';

/** What ServiceChannel holds of the visit that has ended. */
export function Receipt({ of }: { readonly of: ReceiptView }) {
  const { run } = useAct();
  const words = receiptText(of, (ms) => timeText(ms, locale.value));
  const copy = () => void run('copy', () => send('receipt:copy', { text: `${of.workOrderId}: ${words}` }));
  return (
    <Note warn={differs(of)}>
      <p class="receipt-order">{of.workOrderId}</p>
      <p>{words}</p>
      <div class="remedies">
        <Button look="link" act="copy" onClick={copy}>
          {t().copy}
        </Button>
        <Button look="link" onClick={() => void send('receipt:dismiss', null)}>
          {t().dismiss}
        </Button>
      </div>
    </Note>
  );
}
