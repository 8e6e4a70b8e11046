import type { ComponentChildren } from 'preact';
import { useContext, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Around } from './frame.tsx';
import { PageForm } from './page-form.ts';
import { send } from './snapshot.ts';

interface Props {
  /** The window's buttons: always in sight, and never moved by what happens above them. */
  readonly bar: ComponentChildren;
  /** The form that one of them has opened: it grows upwards from the buttons. */
  readonly sheet?: ComponentChildren;
  /** The page is a form. */
  readonly onSubmit?: (event: Event) => void;
  /** The name of the button that opened it, see `Button.opens`. */
  readonly openedBy?: string | undefined;
  readonly children: ComponentChildren;
}

/** One view of a window, above a bar that stays at the lower edge while the page scrolls. */
export function Page({ bar, sheet, onSubmit, openedBy, children }: Props) {
  const { view, fits } = useContext(Around);
  const content = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const heights = [content, below].map(({ current }) => current?.offsetHeight ?? 0);
    if (fits) void send('app:fit', { height: heights.reduce((sum, height) => sum + height, 0) });
  }, [fits, view]);
  const form = onSubmit ? id : undefined;
  const inner = (
    <div class="content" ref={content}>
      <PageForm.Provider value={form}>{children}</PageForm.Provider>
    </div>
  );
  return (
    <div class="page-and-bar" data-opened-by={openedBy}>
      {onSubmit ? (
        <form id={id} class="page" noValidate onSubmit={onSubmit}>
          {inner}
        </form>
      ) : (
        <div class="page">{inner}</div>
      )}
      <div class="bar" ref={below}>
        <PageForm.Provider value={form}>
          {sheet}
          {bar}
        </PageForm.Provider>
      </div>
    </div>
  );
}
