import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { IdleView } from '../../preload/contract.ts';
import { wholeMinutes } from '../../words/times.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { useEscape } from '../ui/escape.ts';
import { LocalTimeField } from '../ui/local-time-field.tsx';
import { type LocalTime, localTime, typedInstant, withTime } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';
import { Question } from './question.tsx';
import { answer, goBack } from './state.ts';

/** The length of a break in whole minutes; null where the fields do not make one. */
export function breakMinutes(from: LocalTime, to: LocalTime): number | null {
  const [start, end] = [typedInstant(from), typedInstant(to)];
  const isBreak = typeof start === 'number' && typeof end === 'number' && end >= start;
  return isBreak ? wholeMinutes(end - start) : null;
}

interface Props {
  readonly moment: IdleView;
  readonly title: string;
  readonly text: string;
  /** The answers that stay beside it. */
  readonly first: ComponentChildren;
  readonly last: ComponentChildren;
}

/**
 * `I had a break`: when it was, filled in with the absence. A field that was not touched means the absence's own instant.
 * Esc closes it and answers nothing.
 */
export function Break({ moment, title, text, first, last }: Props) {
  const from = useSignal(localTime(moment.from.ms));
  const to = useSignal(localTime(moment.to?.ms ?? now.peek()));
  const touched = useSignal({ from: false, to: false });
  const { error, run, clear } = useAct();
  const minutes = breakMinutes(from.value, to.value);
  useEscape(goBack);
  const field = (label: string, name: 'from' | 'to', value: typeof from, isFirst = false) => (
    <LocalTimeField
      label={label}
      time={value.value}
      first={isFirst}
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
    <Question
      moment={moment}
      title={title}
      text={text}
      error={error}
      onSubmit={save}
      openedBy="break"
      answers={
        <>
          {first}
          <div class="buttons">
            <Button onClick={goBack}>{t().back}</Button>
            <Button submit act="break" disabled={minutes === null}>
              {t().saveBreak}
            </Button>
          </div>
          {last}
        </>
      }
    >
      <div class="panel">
        <h2>{t().hadBreak}</h2>
        {field(t().breakFrom, 'from', from, true)}
        {field(t().breakTo, 'to', to)}
        <p class="hint">{minutes === null ? t().breakEmpty : t().takesOff(t().duration(minutes))}</p>
      </div>
    </Question>
  );
}
