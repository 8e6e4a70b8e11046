import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeliveryRow } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { locale, send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { goBack } from './view.ts';

const when = (ms: number) => whenText(ms, now.peek(), locale.value);

function Row({ row }: { readonly row: DeliveryRow }) {
  return (
    <li class={`delivery-row ${row.delivery.state}`}>
      <p>
        <time>{when(row.at.ms)}</time> <strong>{row.workOrderId}</strong> {t().report(row)}
      </p>
      <p class="delivery-state">{t().deliveryState(row)}</p>
      {row.tries.length > 0 && (
        <details>
          <summary>{t().tries(row.tries.length)}</summary>
          <ol>
            {row.tries.map((each, index) => (
              <li key={index}>
                <time>{when(each.at)}</time> {t().journal(each.what)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

/** Every report, where it is on its way, and what was tried. */
export function DeliveryView() {
  const rows = useSignal<readonly DeliveryRow[] | null>(null);
  const latest = snapshot.value;
  useEffect(() => {
    let stale = false;
    void send('delivery:list', null).then((list) => {
      if (!stale) rows.value = list;
    });
    return () => {
      stale = true;
    };
  }, [latest]);
  return (
    <div class="delivery-view">
      <div class="back">
        <Button look="link" first onClick={goBack}>
          {t().back}
        </Button>
      </div>
      {rows.value?.length === 0 && <p class="soft">{t().nothingToDeliver}</p>}
      {rows.value && rows.value.length > 0 && (
        <ul class="delivery-list">
          {rows.value.map((row) => (
            <Row key={row.reportId} row={row} />
          ))}
        </ul>
      )}
    </div>
  );
}
