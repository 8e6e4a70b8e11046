import type { ComponentChildren } from 'preact';
import { underWayWith } from './act.ts';

interface Props {
  readonly children: ComponentChildren;
  /** Blue: at most one in a window. */
  readonly look?: 'primary' | 'quiet' | 'link' | 'chip' | 'icon' | 'entry' | undefined;
  /** Submits the form it is in, as Enter does. */
  readonly submit?: boolean;
  readonly onClick?: () => void;
  readonly disabled?: boolean;
  /** Says a spoken name where the words shown are not enough. */
  readonly label?: string | undefined;
  /** The act that this button starts, see `useAct`. */
  readonly act?: string;
  /** The element that has the focus when its view opens. */
  readonly first?: boolean;
  readonly expanded?: boolean | undefined;
  readonly menu?: boolean;
}

/**
 * While an act is under way a button keeps its focus and does nothing. The second click of a double click counts for
 * nothing either: what it meets may be another button that took the first one's place.
 */
export function Button(props: Props) {
  const { look = 'quiet', first = false, submit = false } = props;
  const { act } = props;
  const underWay = act === undefined ? undefined : underWayWith(act);
  const click = (event: MouseEvent) => {
    if (event.detail > 1 || (act !== undefined && underWayWith(act, true))) event.preventDefault();
    else props.onClick?.();
  };
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={`button ${look}`}
      disabled={props.disabled ?? false}
      aria-label={props.label}
      title={look === 'icon' ? props.label : undefined}
      aria-busy={underWay && underWay === act ? 'true' : undefined}
      aria-disabled={underWay ? 'true' : undefined}
      aria-expanded={props.expanded}
      aria-haspopup={props.menu ? 'menu' : undefined}
      data-first={first ? '' : undefined}
      onClick={click}
    >
      {props.children}
    </button>
  );
}
