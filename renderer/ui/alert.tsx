import type { ComponentChildren } from 'preact';
import type { Trouble } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { now } from './clock.ts';
import { locale } from './snapshot.ts';
import { t } from './words.ts';

/** Something went wrong: said at once to who listens, red to who looks. */
export function Alert(props: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="alert" role="alert">
      <p class="alert-title">{props.title}</p>
      {props.children}
    </div>
  );
}

export const troubleText = (trouble: Trouble): string =>
  t().trouble(trouble, (ms) => whenText(ms, now.peek(), locale.peek()));

interface ErrorProps {
  readonly id?: string;
  readonly trouble: Trouble | string | null;
}

/** One line of what went wrong, beside what it speaks of. */
export function ErrorLine({ id, trouble }: ErrorProps) {
  if (!trouble) return null;
  return (
    <p class="error" role="alert" id={id}>
      {typeof trouble === 'string' ? trouble : troubleText(trouble)}
    </p>
  );
}

/** Something quiet beside everything else. */
export function Note(props: { readonly children: ComponentChildren; readonly warn?: boolean }) {
  return <div class={props.warn ? 'note warn' : 'note'}>{props.children}</div>;
}
