import type { Signal } from '@preact/signals';
import type { CommandError } from '../../preload/contract.ts';
import { Field } from '../ui/field.tsx';

interface Props {
  readonly label: string;
  readonly value: Signal<string>;
  readonly onChange: () => void;
  readonly error?: CommandError | null;
}

/** A date and time that is filled in. */
export function FilledTime({ label, value, onChange, error = null }: Props) {
  return (
    <Field label={label} error={error}>
      {(ids) => (
        <input
          {...ids}
          type="datetime-local"
          value={value.value}
          onInput={(event) => {
            value.value = event.currentTarget.value;
            onChange();
          }}
        />
      )}
    </Field>
  );
}

/** A text of some lines that is filled in. */
export function FilledText({ label, value, onChange }: Omit<Props, 'error'>) {
  return (
    <Field label={label}>
      {(ids) => (
        <textarea
          {...ids}
          rows={4}
          value={value.value}
          onInput={(event) => {
            value.value = event.currentTarget.value;
            onChange();
          }}
        />
      )}
    </Field>
  );
}
