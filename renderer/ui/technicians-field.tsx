import { MOST_TECHNICIANS, parseTechnicians } from '../../main/visit/numbers.ts';
import type { CommandError } from '../../preload/contract.ts';
import { Field } from './field.tsx';
import { t } from './first-words.ts';

interface Props {
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** It says what is about this field; another error is said elsewhere. */
  readonly error: CommandError | null;
  readonly first?: boolean;
}

/**
 * How many technicians. A text field in the role of a spin button: a number field would hand over nothing for what it
 * cannot read, and what was typed is to be answered, not swallowed. Up and down work as in one.
 */
export function TechniciansField({ value, onInput, error, first }: Props) {
  const count = parseTechnicians(value);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = (count.ok ? count.value : 1) + by;
    onInput(String(Math.min(MOST_TECHNICIANS, Math.max(1, next))));
  };
  return (
    <Field label={t().technicians} error={error?.code === 'technicians' ? error : null}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          role="spinbutton"
          inputMode="numeric"
          autocomplete="off"
          aria-valuemin={1}
          aria-valuemax={MOST_TECHNICIANS}
          aria-valuenow={count.ok ? count.value : undefined}
          aria-valuetext={count.ok ? undefined : value}
          value={value}
          data-first={first ? '' : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={step}
        />
      )}
    </Field>
  );
}
