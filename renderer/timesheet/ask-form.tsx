import { useSignal } from '@preact/signals';
import type { SheetPair, SheetStay } from '../../preload/contract.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { useEscape } from '../ui/escape.ts';
import { Field } from '../ui/field.tsx';
import { send } from '../ui/snapshot.ts';
import { TechniciansField } from '../ui/technicians-field.tsx';
import { t } from '../ui/words.ts';
import { openText, rangeText } from './stay-text.ts';
import { readWeek } from './week.ts';

interface Props {
  readonly pair: SheetPair;
  /** The stay that ServiceChannel holds in its place; null: the same, or not known. */
  readonly held: SheetStay | null;
  /** The times that it should have, ms. */
  readonly from: number;
  readonly until: number;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The note that asks for these times and this count, beside those that are on the record. */
function noteText(
  { pair, held, from, until }: Pick<Props, 'pair' | 'held' | 'from' | 'until'>,
  technicians: string,
): string {
  const { checkIn, checkOut, techsCount } = pair;
  const shown = held ?? { from: checkIn.ms, to: checkOut?.ms ?? null, techsCount };
  const times = shown.to === null ? openText(shown.from) : rangeText(shown.from, shown.to);
  const count = Number(technicians) || techsCount;
  return t().askNote(rangeText(from, until), count, times, shown.techsCount ?? techsCount);
}

/** Asks the client for a record that cannot be changed from here. */
export function AskForm({ pair, held, from, until, onBack, onDone }: Props) {
  const words = t().sheet;
  const { error, run, clear } = useAct();
  const technicians = useSignal(String(pair.techsCount));
  const written = useSignal<string | null>(null);
  useEscape(onBack);
  const text = written.value ?? noteText({ pair, held, from, until }, technicians.value);
  const ask = (event: Event) => {
    event.preventDefault();
    const request = { pairId: pair.pairId, from, until, technicians: technicians.value, text };
    void run(
      'ask-client',
      () => send('timesheet:ask', request),
      () => {
        void readWeek();
        onDone();
      },
    );
  };
  return (
    <form class="panel sheet-edit" aria-label={words.askClient} noValidate onSubmit={ask}>
      <TechniciansField
        value={technicians.value}
        error={error}
        onInput={(typed) => {
          technicians.value = typed;
          clear();
        }}
      />
      <Field label={t().note} hint={words.askHint}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            value={text}
            onInput={(event) => (written.value = event.currentTarget.value)}
          />
        )}
      </Field>
      <ErrorLine error={error?.code === 'technicians' ? null : error} />
      <div class="buttons left">
        <Button submit act="ask-client" disabled={text.trim() === ''}>
          {t().sendNote}
        </Button>
        <Button onClick={onBack}>{t().back}</Button>
      </div>
    </form>
  );
}
