import type { ComponentChildren, RefObject } from 'preact';
import type { CommandError } from '../../preload/contract.ts';
import { partOf, WithPart } from './part.tsx';

interface AlertProps {
  readonly title: string;
  /** Amber: said at once, and nothing is to be done now. */
  readonly warn?: boolean;
  readonly element?: RefObject<HTMLDivElement | null>;
  readonly children?: ComponentChildren;
}

/** Something went wrong: said at once to who listens, red to who looks. */
export function Alert(props: AlertProps) {
  return (
    <div class={props.warn ? 'alert warn' : 'alert'} role="alert" ref={props.element ?? null}>
      <p class="alert-title">{props.title}</p>
      {props.children}
    </div>
  );
}

/** The words of errors come after the first paint, as no error is there before. */
export const errorText = partOf(() => import('./error-text.ts'));

interface ErrorProps {
  readonly id?: string;
  readonly error: CommandError | string | null;
}

/** One line of what went wrong, beside what it speaks of. */
export function ErrorLine({ id, error }: ErrorProps) {
  if (!error) return null;
  const line = (text: string) => (
    <p class="error" role="alert" id={id}>
      {text}
    </p>
  );
  if (typeof error === 'string') return line(error);
  return <WithPart of={errorText}>{({ commandErrorText }) => line(commandErrorText(error))}</WithPart>;
}

/** Something quiet beside everything else. */
export function Note(props: { readonly children: ComponentChildren; readonly warn?: boolean }) {
  return (
    <div class={props.warn ? 'note warn' : 'note'} role="note">
      {props.children}
    </div>
  );
}
