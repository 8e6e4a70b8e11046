import type { ComponentChildren, RefObject, TargetedInputEvent } from 'preact';
import { useId, useLayoutEffect } from 'preact/hooks';
import type { CommandError } from '../../preload/contract.ts';
import { ErrorLine } from './alert.tsx';
import { focusIn } from './focus.ts';
import { ScrollRoom } from './scroll-room.tsx';

/** The attributes that tie an input to its label, its hint and its error. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

interface FieldProps {
  readonly label: string;
  /** Said beside the label, where it takes no room of its own. */
  readonly beside?: string | null;
  readonly hint?: ComponentChildren;
  readonly error?: CommandError | string | null;
  /** Is the error found while its control is left? Then the focus stays where the person went. */
  readonly foundOnLeaving?: boolean;
  /** Offers below the control; they are no part of its description. */
  readonly offers?: ComponentChildren;
  /** Below the control: `much` room of its own for hint, error and offers, which scroll in it, two `lines`, or a `line`. */
  readonly room?: 'much' | 'lines' | 'line' | undefined;
  readonly children: (ids: FieldIds) => ComponentChildren;
}

/** A few words in the line of a label. */
export function Beside({ id, text }: { readonly id?: string; readonly text?: string | null | undefined }) {
  if (!text) return null;
  return (
    <span class="beside" id={id}>
      {' · '}
      {text}
    </span>
  );
}

/**
 * A label, a control, a hint below it, and what is wrong with it, which takes the hint's place; what is wrong is where
 * the focus goes, but from one that is kept when it is left: it would hold the person back for ever.
 */
export function Field(props: FieldProps) {
  const { label, beside, hint, error = null, foundOnLeaving = false, offers, room, children } = props;
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const besideId = `${id}-beside`;
  useLayoutEffect(() => {
    if (error && !foundOnLeaving) focusIn(document.getElementById(id));
  }, [error]);
  const below = error ? errorId : hint ? hintId : '';
  const described = [beside ? besideId : '', below].filter(Boolean).join(' ') || undefined;
  return (
    <div class="field">
      <div>
        <label for={id}>{label}</label>
        <Beside id={besideId} text={beside} />
      </div>
      {children({
        id,
        'aria-describedby': described,
        'aria-invalid': error ? 'true' : undefined,
      })}
      <ScrollRoom class={`below ${room ?? ''}`}>
        <ErrorLine id={errorId} error={error} />
        {hint && !error && (
          <div class="hint" id={hintId}>
            {hint}
          </div>
        )}
        {offers}
      </ScrollRoom>
    </div>
  );
}

interface TextProps {
  readonly label: string;
  readonly beside?: string | null;
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly password?: boolean;
  readonly hint?: ComponentChildren;
  readonly error?: CommandError | string | null;
  readonly offers?: ComponentChildren;
  readonly room?: 'much' | 'lines' | 'line' | undefined;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly autocomplete?: string;
  readonly first?: boolean;
  /** Larger figures, for the number that everything is about. */
  readonly large?: boolean;
  readonly digits?: boolean;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** A text field with its label and what is wrong with it. */
export function TextField(props: TextProps) {
  return (
    <Field
      label={props.label}
      beside={props.beside ?? null}
      hint={props.hint}
      error={props.error ?? null}
      offers={props.offers}
      room={props.room}
    >
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
          onKeyDown: props.onKeyDown,
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
  /** Said beside the label, where it takes no room of its own. */
  readonly beside?: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean;
  readonly first?: boolean;
}

/** A native `<select>` with its label. */
export function Select(props: SelectProps) {
  return (
    <Field label={props.label} beside={props.beside ?? null} hint={props.hint}>
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
