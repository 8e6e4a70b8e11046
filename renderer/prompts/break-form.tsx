import { useSignal } from '@preact/signals';
import type { IdleView } from '../../preload/contract.ts';
import { wholeMinutes } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { LocalTimeField } from '../ui/local-time-field.tsx';
import { instantOf, type LocalTime, localTime, withTime } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';
import { answer, showQuestion } from './state.ts';

/** What a break takes off, in whole minutes; null where the fields do not say one. */
export function breakMinutes(from: LocalTime, to: LocalTime): number | null {
  const [start, end] = [instantOf(from), instantOf(to)];
  const isBreak = typeof start === 'number' && typeof end === 'number' && end >= start;
  return isBreak ? wholeMinutes(end - start) : null;
}

/** `I had a break`: when it was, filled in with the absence. A field that was not touched means the absence's own instant. */
export function BreakForm({ moment }: { readonly moment: IdleView }) {
  const from = useSignal(localTime(moment.from.ms));
  const to = useSignal(localTime(moment.to?.ms ?? now.peek()));
  const touched = useSignal({ from: false, to: false });
  const { error, run, clear } = useAct();
  const minutes = breakMinutes(from.value, to.value);
  const field = (label: string, name: 'from' | 'to', value: typeof from, first = false) => (
    <LocalTimeField
      label={label}
      time={value.value}
      first={first}
      onChange={(time) => {
        value.value = time;
        touched.value = { ...touched.peek(), [name]: true };
        clear();
      }}
    />
  );
  const save = (event: Event) => {
    event.preventDefault();
    const own = touched.peek();
    const send = (start: number | null, end: number | null) =>
      answer(moment.id, { type: 'break', from: own.from ? start : null, to: own.to ? end : null });
    void run('break', () => withTime(from.value, (start) => withTime(to.value, (end) => send(start, end))));
  };
  return (
    <form class="panel" noValidate onSubmit={save}>
      <h2>{t().hadBreak}</h2>
      {field(t().breakFrom, 'from', from, true)}
      {field(t().breakTo, 'to', to)}
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
