import type { Signal } from '@preact/signals';
import type { CommandError } from '../../preload/contract.ts';
import { Field } from '../ui/field.tsx';
import { t } from '../ui/words.ts';

interface Props {
  readonly text: Signal<string>;
  readonly rows: number;
  readonly error?: CommandError | null;
  /** A person types: what was wrong is not said any more. */
  readonly onInput: () => void;
}

/** A note to the client, of several lines. */
export function NoteField({ text, rows, error, onInput }: Props) {
  return (
    <Field label={t().note} error={error ?? null}>
      {(ids) => (
        <textarea
          {...ids}
          rows={rows}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            onInput();
          }}
        />
      )}
    </Field>
  );
}
