import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CommandError } from '../../preload/contract.ts';
import { ErrorLine } from './alert.tsx';
import { Button } from './button.tsx';
import { useEscape } from './escape.ts';
import { focusIn } from './focus.ts';
import { PageForm } from './page-form.ts';
import { t } from './words.ts';

interface Props {
  /** The name of the button that opened it, see `Button.opens`. */
  readonly openedBy: string;
  /** The act that its last button starts, see `useAct`, and that button's name. */
  readonly act: string;
  readonly name: string;
  readonly disabled?: boolean;
  /** An error that is said beside no field. */
  readonly error: CommandError | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A small form beside what its window shows: it takes the focus, `Back` and Esc close it. */
export function InPlace(props: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEscape(props.onClose);
  useEffect(() => {
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector);
    const first = find('input:checked') ?? find('input, textarea, select');
    focusIn(first);
    if (first instanceof HTMLInputElement) first.select();
  }, []);
  const submit = (event: Event) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <PageForm.Provider value={undefined}>
      <form ref={form} class="in-place" data-opened-by={props.openedBy} noValidate onSubmit={submit}>
        {props.children}
        <ErrorLine error={props.error} />
        <div class="buttons">
          <Button onClick={props.onClose}>{t().back}</Button>
          <Button submit act={props.act} disabled={props.disabled ?? false}>
            {props.name}
          </Button>
        </div>
      </form>
    </PageForm.Provider>
  );
}
