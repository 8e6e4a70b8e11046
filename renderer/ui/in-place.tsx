import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useEscape } from './escape.ts';
import { focusIn } from './focus.ts';
import { PageForm } from './page-form.ts';

interface Props {
  /** The name of the button that opened it, see `Button.opens`. */
  readonly openedBy?: string | undefined;
  readonly onSubmit: (event: Event) => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A small form beside what its window shows: it takes the focus, and Esc closes it. */
export function InPlace({ openedBy, onSubmit, onClose, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEscape(onClose);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input, textarea, select');
    focusIn(first);
    if (first instanceof HTMLInputElement) first.select();
  }, []);
  return (
    <PageForm.Provider value={undefined}>
      <form ref={form} class="in-place" data-opened-by={openedBy} noValidate onSubmit={onSubmit}>
        {children}
      </form>
    </PageForm.Provider>
  );
}
