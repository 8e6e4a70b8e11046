import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { DeliveryLine, DeliveryRow } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { nameById } from '../ui/crew.ts';
import { useEscape } from '../ui/escape.ts';
import { Page } from '../ui/page.tsx';
import { locale, send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { goBack } from './view.ts';

const when = (ms: number) => whenText(ms, now.peek(), locale.value);

/** So many of the newest show what was tried; the others at a click. */
const OPEN = 3;

function Line({ line: { at, what, times, lastAt } }: { readonly line: DeliveryLine }) {
  return (
    <li>
      <time>{when(at)}</time> {t().journal(what)}
      {times > 1 && ` (${t().repeated(times, when(lastAt))})`}
    </li>
  );
}

function Row({ row, opens }: { readonly row: DeliveryRow; readonly opens: boolean }) {
  // As it was when the row came: what was opened or closed since stays so when others come.
  const [open] = useState(opens);
  return (
    <li class={`delivery-row ${row.delivery.state}`}>
      <p>
        <time>{when(row.at.ms)}</time> <strong>{row.workOrderId}</strong> {t().report(row)}
        {row.colleague !== null && ` · ${nameById(row.colleague)}`}
      </p>
      <p class="delivery-state">
        {t().deliveryState(row, row.recordedAt === null ? null : when(row.recordedAt))}
      </p>
      {row.lines.length > 0 && (
        <details open={open}>
          <summary>{t().tries(row.requests)}</summary>
          <ol>
            {row.lines.map((line, index) => (
              <Line key={index} line={line} />
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
  useEscape(goBack);
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
    <Page
      openedBy="delivery"
      bar={
        <div class="buttons">
          <Button first onClick={goBack}>
            {t().back}
          </Button>
        </div>
      }
    >
      {rows.value?.length === 0 && <p class="soft">{t().nothingToDeliver}</p>}
      {rows.value && rows.value.length > 0 && (
        <ul class="delivery-list">
          {rows.value.map((row, index) => (
            <Row key={row.reportId} row={row} opens={index < OPEN} />
          ))}
        </ul>
      )}
    </Page>
  );
}
