import type { ComponentChildren, RefObject } from 'preact';
import type { CommandError } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { now } from './clock.ts';
import { locale } from './snapshot.ts';
import { t } from './words.ts';

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

/** A command error in words. */
export const commandErrorText = (error: CommandError): string =>
  t().error(error, (ms) => whenText(ms, now.peek(), locale.peek()));

interface ErrorProps {
  readonly id?: string;
  readonly error: CommandError | string | null;
}

/** One line of what went wrong, beside what it speaks of. */
export function ErrorLine({ id, error }: ErrorProps) {
  if (!error) return null;
  return (
    <p class="error" role="alert" id={id}>
      {typeof error === 'string' ? error : commandErrorText(error)}
    </p>
  );
}

/** Something quiet beside everything else. */
export function Note(props: { readonly children: ComponentChildren; readonly warn?: boolean }) {
  return (
    <div class={props.warn ? 'note warn' : 'note'} role="note">
      {props.children}
    </div>
  );
}
