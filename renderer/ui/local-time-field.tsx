import type { ComponentChildren, TargetedEvent } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { CommandError } from '../../preload/contract.ts';
import { fieldTime, localInstants, timeText } from '../../words/times.ts';
import { Field } from './field.tsx';
import { focusIn } from './focus.ts';
import { PageForm } from './page-form.ts';
import { locale, send } from './snapshot.ts';
import type { LocalTime } from './time-draft.ts';
import { t } from './words.ts';

interface Props {
  readonly label: string;
  readonly time: LocalTime;
  readonly onChange: (time: LocalTime) => void;
  readonly error?: CommandError | null;
  readonly hint?: ComponentChildren;
  /** A line is kept for a hint that comes and goes. */
  readonly room?: 'line';
  /** The time that it shows while none was chosen, ms. */
  readonly unsaid?: number;
  /** It takes the focus when it appears, with the hour selected: that is what is most likely another. */
  readonly focused?: boolean;
  /** It is where the focus starts in its window. */
  readonly first?: boolean;
}

/** A local time, and which one it is where it comes twice: `01:30 the first time` · `01:30 the second time`. */
export function LocalTimeField(props: Props) {
  const { label, time, onChange, error = null, hint, room, unsaid, focused, first } = props;
  const input = useRef<HTMLInputElement>(null);
  const form = useContext(PageForm);
  const shown = time.value || (unsaid === undefined ? '' : fieldTime(unsaid));
  useEffect(() => {
    if (focused) {
      focusIn(input.current);
      // Only real keys move on within the field.
      void send('app:select-hour', null);
    }
  }, []);
  useEffect(() => {
    // The parts that were there are not shown again, so they count no more.
    if (time.unfinished) onChange({ ...time, unfinished: false });
  }, [locale.value]);
  // An `input` event comes with a whole time only: of a half-written one the field tells when it is asked.
  const read = ({ currentTarget: { value, validity } }: TargetedEvent<HTMLInputElement>) => {
    const unfinished = validity.badInput;
    if (value !== shown || unfinished !== time.unfinished) onChange({ value, unfinished, which: null });
  };
  return (
    <>
      <Field label={label} error={error} hint={hint} room={room}>
        {(ids) => (
          <input
            // Chromium writes it in the locale that it had when it was made.
            key={locale.value}
            lang={locale.value}
            {...ids}
            ref={input}
            type="datetime-local"
            form={form}
            // A half-written time stays as it is.
            value={time.unfinished ? undefined : shown}
            data-first={first ? '' : undefined}
            onInput={read}
            onKeyUp={read}
            onBlur={read}
          />
        )}
      </Field>
      <WhichTime time={time} onChange={onChange} />
    </>
  );
}

function WhichTime({ time, onChange }: Pick<Props, 'time' | 'onChange'>) {
  const instants = localInstants(time.value);
  if (instants.length < 2) return null;
  const words = [t().firstTime, t().secondTime];
  return (
    <fieldset class="which-time">
      <legend>{t().whichTime}</legend>
      {instants.map((ms, index) => (
        <label key={ms}>
          <input
            type="radio"
            name={`which-time ${time.value}`}
            checked={time.which === index}
            onChange={() => onChange({ ...time, which: index })}
          />
          {words[index]?.(timeText(ms, locale.value))}
        </label>
      ))}
    </fieldset>
  );
}
