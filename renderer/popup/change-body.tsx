import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChangeRequest, ChangeView, CommandError, Result, Stamp } from '../../preload/contract.ts';
import type { Acting } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { send } from '../ui/snapshot.ts';
import { instantOf, type LocalTime, localTime, NO_LOCAL_TIME } from '../ui/time-draft.ts';
import { t } from '../ui/words.ts';

/** The refused report, and what its form is filled in with. */
export interface ChangeProps<K extends ChangeView['kind'] = ChangeView['kind']> {
  readonly reportId: string;
  readonly workOrderId: number;
  readonly change: Extract<ChangeView, { kind: K }>;
  readonly onClose: () => void;
}

/** What is sent, or why it cannot be; null while something is missing. */
export type Changed = ChangeRequest | CommandError | null;

/** A time field as it is filled in; empty where the time is not asked for. */
export const filled = (at: Stamp | null): LocalTime => (at ? localTime(at.ms) : NO_LOCAL_TIME);

/** Hands the instant that is meant to `made` (ms, null: the report keeps its own), or says why it is none. */
export function timed(time: LocalTime, made: (at: number | null) => Changed): Changed {
  const at = instantOf(time);
  return typeof at === 'object' && at !== null ? at : made(at);
}

interface BodyProps {
  readonly of: Pick<ChangeProps, 'reportId' | 'onClose'>;
  readonly acting: Acting;
  readonly to: () => Changed;
  /** The error is said beside its field. */
  readonly atField?: boolean;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
}

/** The form around the fields: `Send` and `Back`, and the focus on the first field. */
export function ChangeBody({ of, acting, to, atField = false, disabled = false, children }: BodyProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    const changed = to();
    if (!changed) return;
    const { reportId, onClose } = of;
    const change = async (): Promise<Result> =>
      'code' in changed ? { ok: false, error: changed } : send('report:change', { reportId, to: changed });
    void acting.run('change', change, onClose);
  };
  return (
    <form class="in-place" noValidate onSubmit={submit} ref={form}>
      {children}
      <ErrorLine error={atField ? null : acting.error} />
      <div class="buttons">
        <Button onClick={of.onClose}>{t().back}</Button>
        <Button submit act="change" disabled={disabled}>
          {t().send}
        </Button>
      </div>
    </form>
  );
}
