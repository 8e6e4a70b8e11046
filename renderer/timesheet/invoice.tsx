import { useSignal } from '@preact/signals';
import type { InvoiceLine, Result, WeekView } from '../../preload/contract.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

function Line({ of }: { readonly of: InvoiceLine }) {
  const words = t().sheet;
  return (
    <tr>
      <th scope="row">{of.workOrderId}</th>
      <td class="sheet-store">{of.store}</td>
      <td class="figure">{words.hoursOf(of.work)}</td>
      <td class="figure">{words.hoursOf(of.quarters)}</td>
      <td class="figure">{words.hoursOf(of.travel)}</td>
      <td>
        {words.invoiceWarnings(of).map((warning) => (
          <p key={warning}>{warning}</p>
        ))}
        {of.counts.map((each) => (
          <p class="soft" key={each}>
            {words.clientCounts(each)}
          </p>
        ))}
      </td>
    </tr>
  );
}

/** The week as it can be invoiced. */
export function Invoice({ week }: { readonly week: WeekView }) {
  const words = t().sheet;
  const copied = useSignal<Result | null>(null);
  const copy = (as: 'text' | 'csv') => () => {
    copied.value = null;
    void send('timesheet:copy-lines', { at: week.from, as }).then((result) => (copied.value = result));
  };
  if (week.invoice.length === 0) return <p class="soft">{words.emptyWeek}</p>;
  return (
    <>
      <p class="hint">{words.invoiceHint}</p>
      <table class="sheet-table" aria-label={words.invoiceLines}>
        <thead>
          <tr>
            <th scope="col">{t().workOrder}</th>
            <th scope="col">{words.store}</th>
            <th scope="col">{words.hours}</th>
            <th scope="col">{words.quarters}</th>
            <th scope="col">{words.travelHours}</th>
            <th scope="col">{words.lookAt}</th>
          </tr>
        </thead>
        <tbody>
          {week.invoice.map((line) => (
            <Line key={line.workOrderId} of={line} />
          ))}
        </tbody>
      </table>
      <div class="buttons left">
        <Button onClick={copy('text')}>{words.copyText}</Button>
        <Button onClick={copy('csv')}>{words.copyCsv}</Button>
      </div>
      <p class="soft" aria-live="polite">
        {copied.value?.ok && words.copied}
      </p>
      <ErrorLine error={copied.value && !copied.value.ok ? copied.value.error : null} />
    </>
  );
}
