import { untracked } from '@preact/signals';
import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { useContext } from 'preact/hooks';
import { isUnderWay, mustWait, rests } from './act.ts';
import { PageForm } from './page-form.ts';

interface Props {
  readonly children: ComponentChildren;
  /** Blue: at most one in a window. */
  readonly look?: 'primary' | 'quiet' | 'link' | 'chip' | 'icon' | 'entry' | undefined;
  /** Submits the form of its page, or the one it is in, as Enter does. */
  readonly submit?: boolean;
  readonly onClick?: (button: HTMLElement) => void;
  readonly disabled?: boolean;
  /** Says a spoken name where the words shown are not enough. */
  readonly label?: string | undefined;
  /** Says more than its name, such as the time that the act will have. */
  readonly description?: string | undefined;
  /** The act that this button starts, see `useAct`; none where it only opens a form. */
  readonly act?: string | undefined;
  /** The name of the form that it opens: the focus returns here from what says `openedBy` with the same name. */
  readonly opens?: string | undefined;
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
  const form = useContext(PageForm);
  const waits = () => act !== undefined && mustWait(act);
  const click = (event: TargetedMouseEvent<HTMLButtonElement>) => {
    if (event.detail > 1 || untracked(waits)) event.preventDefault();
    else props.onClick?.(event.currentTarget);
  };
  return (
    <button
      type={submit ? 'submit' : 'button'}
      form={submit ? form : undefined}
      class={`button ${look} ${act !== undefined && rests(act) ? 'rests' : ''}`}
      disabled={props.disabled ?? false}
      aria-label={props.label}
      aria-description={props.description}
      title={look === 'icon' ? props.label : undefined}
      aria-busy={act !== undefined && isUnderWay(act) ? 'true' : undefined}
      aria-disabled={waits() ? 'true' : undefined}
      aria-expanded={props.expanded}
      aria-haspopup={props.menu ? 'menu' : undefined}
      data-opens={props.opens}
      data-first={first ? '' : undefined}
      onClick={click}
    >
      {props.children}
    </button>
  );
}
