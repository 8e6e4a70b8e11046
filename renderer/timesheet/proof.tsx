import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CommandError, ProofView, Result, WeekView } from '../../preload/contract.ts';
import { dateTimeText } from '../../words/dates.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { locale, send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { ProofPage } from './proof-page.tsx';

interface Read {
  readonly of: number;
  readonly result: Result<ProofView | null>;
}

/** The proof of a work order as it is now; null until it has come. */
function useProof(workOrderId: number): Read | null {
  const read = useSignal<Read | null>(null);
  const latest = snapshot.value;
  useEffect(() => {
    let stale = false;
    void send('timesheet:proof', { workOrderId }).then((result) => {
      if (!stale) read.value = { of: workOrderId, result };
    });
    return () => {
      stale = true;
    };
  }, [workOrderId, latest]);
  return read.value?.of === workOrderId ? read.value : null;
}

function Chosen({ workOrderId }: { readonly workOrderId: number }) {
  const words = t().sheet;
  const read = useProof(workOrderId);
  const error = useSignal<CommandError | null>(null);
  const saved = useSignal<string | null>(null);
  const save = async () => {
    error.value = null;
    saved.value = null;
    const result = await send('timesheet:pdf', { workOrderId });
    if (result.ok) saved.value = result.value;
    else error.value = result.error;
  };
  if (!read) return null;
  if (!read.result.ok) return <ErrorLine error={read.result.error} />;
  const { value: proof } = read.result;
  if (!proof) return <p class="soft">{words.noProof}</p>;
  return (
    <>
      <div class="sheet-buttons">
        <Button onClick={() => void save()}>{words.savePdf}</Button>
      </div>
      <ErrorLine error={error.value} />
      <p class="sheet-saved" aria-live="polite">
        {saved.value && words.savedTo(saved.value)}
      </p>
      <ProofPage of={proof} madeAt={dateTimeText(proof.madeAt, locale.value)} />
    </>
  );
}

/** One page per work order of the week: all that is known of the time on it. */
export function Proof({ week }: { readonly week: WeekView }) {
  const words = t().sheet;
  const chosen = useSignal<number | null>(null);
  const [first] = week.orders;
  if (!first) return <p class="soft">{words.emptyWeek}</p>;
  const known = week.orders.some(({ workOrderId }) => workOrderId === chosen.value);
  const workOrderId = known && chosen.value !== null ? chosen.value : first.workOrderId;
  return (
    <>
      <div class="sheet-choose">
        <Select
          label={words.chooseOrder}
          value={String(workOrderId)}
          options={week.orders.map((order) => ({
            value: String(order.workOrderId),
            text: [order.workOrderId, order.store].filter(Boolean).join(' · '),
          }))}
          onChange={(value) => (chosen.value = Number(value))}
        />
      </div>
      <Chosen workOrderId={workOrderId} />
    </>
  );
}
