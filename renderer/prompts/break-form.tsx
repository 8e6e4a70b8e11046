import { useSignal } from '@preact/signals';
import type { IdleView } from '../../preload/contract.ts';
import { fieldTime, wholeMinutes } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { Field } from '../ui/field.tsx';
import { t } from '../ui/words.ts';
import { answer, showQuestion } from './state.ts';

/** What a break takes off, in whole minutes; null where the fields do not say one. */
export function breakMinutes(from: string, to: string): number | null {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  return Number.isFinite(start) && Number.isFinite(end) && end >= start ? wholeMinutes(end - start) : null;
}

/** `I had a break`: when it was, filled in with the absence. */
export function BreakForm({ moment }: { readonly moment: IdleView }) {
  const from = useSignal(fieldTime(moment.from.ms));
  const to = useSignal(fieldTime(moment.to?.ms ?? now.peek()));
  const { error, run, clear } = useAct();
  const minutes = breakMinutes(from.value, to.value);
  const field = (label: string, value: typeof from, first = false) => (
    <Field label={label}>
      {(ids) => (
        <input
          {...ids}
          type="datetime-local"
          value={value.value}
          data-first={first ? '' : undefined}
          onInput={(event) => {
            value.value = event.currentTarget.value;
            clear();
          }}
        />
      )}
    </Field>
  );
  const save = (event: Event) => {
    event.preventDefault();
    void run('break', () => answer(moment.id, { type: 'break', from: from.value, to: to.value }));
  };
  return (
    <form class="panel" noValidate onSubmit={save}>
      <h2>{t().hadBreak}</h2>
      {field(t().breakFrom, from, true)}
      {field(t().breakTo, to)}
      <p class="hint">{minutes === null ? t().breakEmpty : t().takesOff(t().duration(minutes))}</p>
      <ErrorLine error={error} />
      <div class="buttons">
        <Button onClick={showQuestion}>{t().back}</Button>
        <Button submit act="break" disabled={minutes === null}>
          {t().saveBreak}
        </Button>
      </div>
    </form>
  );
}
