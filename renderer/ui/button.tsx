import { untracked } from '@preact/signals';
import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { isUnderWay, mustWait } from './act.ts';

interface Props {
  readonly children: ComponentChildren;
  /** Blue: at most one in a window. */
  readonly look?: 'primary' | 'quiet' | 'link' | 'chip' | 'icon' | 'entry' | undefined;
  /** Submits the form it is in, as Enter does. */
  readonly submit?: boolean;
  readonly onClick?: (button: HTMLElement) => void;
  readonly disabled?: boolean;
  /** Says a spoken name where the words shown are not enough. */
  readonly label?: string | undefined;
  /** The act that this button starts, see `useAct`; none where it only opens a form. */
  readonly act?: string | undefined;
  /** The element that has the focus when its view opens. */
  readonly first?: boolean;
  readonly expanded?: boolean | undefined;
  readonly menu?: boolean;
}

/**
 * While its act must wait a button keeps its focus and does nothing. The second click of a double click counts for
 * nothing either: what it meets may be another button that took the first one's place.
 */
export function Button(props: Props) {
  const { look = 'quiet', first = false, submit = false, act } = props;
  const waits = () => act !== undefined && mustWait(act);
  const click = (event: TargetedMouseEvent<HTMLButtonElement>) => {
    if (event.detail > 1 || untracked(waits)) event.preventDefault();
    else props.onClick?.(event.currentTarget);
  };
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={`button ${look}`}
      disabled={props.disabled ?? false}
      aria-label={props.label}
      title={look === 'icon' ? props.label : undefined}
      aria-busy={act !== undefined && isUnderWay(act) ? 'true' : undefined}
      aria-disabled={waits() ? 'true' : undefined}
      aria-expanded={props.expanded}
      aria-haspopup={props.menu ? 'menu' : undefined}
      data-first={first ? '' : undefined}
      onClick={click}
    >
      {props.children}
    </button>
  );
}
