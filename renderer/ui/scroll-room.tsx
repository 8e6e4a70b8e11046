import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  readonly class: string;
  readonly children: ComponentChildren;
}

/** Room of a height of its own. Where what is in it is higher, it scrolls, and the keyboard reaches it. */
export function ScrollRoom(props: Props) {
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = room;
    if (!current) return;
    if (current.scrollHeight > current.clientHeight) current.tabIndex = 0;
    else current.removeAttribute('tabindex');
  });
  return (
    <div class={props.class} ref={room}>
      {props.children}
    </div>
  );
}
