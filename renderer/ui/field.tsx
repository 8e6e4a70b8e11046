import type { ComponentChildren, RefObject, TargetedInputEvent } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import type { CommandError } from '../../preload/contract.ts';
import { ErrorLine } from './alert.tsx';

/** What an input needs to belong to its label, its hint and its error. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: CommandError | string | null;
  readonly children: (ids: FieldIds) => ComponentChildren;
}

/** A label, a control, a hint below it, and what is wrong with it; what is wrong is where the focus goes. */
export function Field({ label, hint, error = null, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  useLayoutEffect(() => {
    if (!error) return;
    const control = document.getElementById(id);
    control?.focus();
    control?.closest('.field')?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const described = [error ? errorId : '', hint ? hintId : ''].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? 'true' : undefined,
      })}
      <ErrorLine id={errorId} error={error} />
      {hint && (
        <div class="hint" id={hintId}>
          {hint}
        </div>
      )}
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly password?: boolean;
  readonly hint?: ComponentChildren;
  readonly error?: CommandError | null;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly autocomplete?: string;
  readonly first?: boolean;
  /** Larger figures, for the number that everything is about. */
  readonly large?: boolean;
  readonly digits?: boolean;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

export function TextField(props: TextProps) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error ?? null}>
      {(ids) => {
        const common = {
          ...ids,
          ref: props.inputRef ?? null,
          class: props.large ? 'large' : '',
          value: props.value,
          disabled: props.disabled ?? false,
          placeholder: props.placeholder ?? '',
          autocomplete: props.autocomplete ?? 'off',
          'data-first': props.first ? '' : undefined,
          onInput: (event: TargetedInputEvent<HTMLInputElement>) => props.onInput(event.currentTarget.value),
        };
        if (props.password) return <input {...common} type="password" />;
        return (
          <input {...common} type="text" spellcheck={false} inputMode={props.digits ? 'numeric' : 'text'} />
        );
      }}
    </Field>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean;
  readonly first?: boolean;
}

export function Select(props: SelectProps) {
  return (
    <Field label={props.label} hint={props.hint}>
      {(ids) => (
        <select
          {...ids}
          value={props.value}
          disabled={props.disabled ?? false}
          data-first={props.first ? '' : undefined}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
