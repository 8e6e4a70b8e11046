import type { TargetedEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MINUTE } from '../../main/visit/time.ts';
import type { CommandError } from '../../preload/contract.ts';
import { fieldTime } from '../../words/times.ts';
import { Button } from './button.tsx';
import { now } from './clock.ts';
import { Field } from './field.tsx';
import { NO_TIME, type TimeDraft } from './time-draft.ts';
import { t } from './words.ts';

/** Minutes that are one click away. */
const BACK = [5, 15, 30, 60];

interface Props {
  readonly label: string;
  readonly draft: TimeDraft;
  readonly onChange: (draft: TimeDraft) => void;
  readonly error: CommandError | null;
}

/** Opens and closes the time field; closing it takes the time back. */
export function EarlierButton({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  return (
    <Button
      look="link"
      expanded={draft.open}
      onClick={() => onChange(draft.open ? NO_TIME : { ...NO_TIME, open: true })}
    >
      {t().earlier}
    </Button>
  );
}

/** `Arrived at`, `Left at`, `Back at`. */
export function TimeField(props: Props) {
  return props.draft.open && <OpenTimeField {...props} />;
}

function OpenTimeField({ label, draft, onChange, error }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.closest('.earlier')?.scrollIntoView({ block: 'nearest' });
    // The parts that were there are not shown again, so they count no more.
    if (draft.unfinished) onChange({ ...draft, unfinished: false });
  }, []);
  // An `input` event comes with a whole time only: of a half-written one the field tells when it is asked.
  const read = ({ currentTarget: { value, validity } }: TargetedEvent<HTMLInputElement>) => {
    const unfinished = validity.badInput;
    if (value !== draft.value || unfinished !== draft.unfinished) onChange({ open: true, value, unfinished });
  };
  const back = (minutes: number) => fieldTime(now.peek() - minutes * MINUTE);
  return (
    <div class="earlier">
      <Field label={label} error={error} hint={t().emptyIsNow}>
        {(ids) => (
          <input
            {...ids}
            ref={input}
            type="datetime-local"
            value={draft.value}
            onInput={read}
            onKeyUp={read}
            onBlur={read}
          />
        )}
      </Field>
      <div class="links">
        {BACK.map((minutes) => (
          <Button
            key={minutes}
            look="link"
            onClick={() => onChange({ open: true, value: back(minutes), unfinished: false })}
          >
            {t().minutesAgo(minutes)}
          </Button>
        ))}
      </div>
    </div>
  );
}
