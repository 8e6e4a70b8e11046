import type { ReceiptView } from '../../preload/contract.ts';
import { differs, receiptLines } from '../../words/receipt.ts';
import { useAct } from '../ui/act.ts';
import { Note } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** The receipt of the visit that has ended. */
export function Receipt({ of }: { readonly of: ReceiptView }) {
  const { run } = useAct();
  const { title, about, stretches, status } = receiptLines(of, t(), locale.value);
  const copy = () => void run('copy', () => send('receipt:copy', null));
  return (
    <Note warn={differs(of)}>
      <p class="receipt-title">{title}</p>
      <p>{about}</p>
      {!differs(of) && <p>{t().holds}</p>}
      <ul class="stretches">
        {stretches.map((stretch) => (
          <li key={stretch}>{stretch}</li>
        ))}
      </ul>
      {status && <p>{status}</p>}
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
